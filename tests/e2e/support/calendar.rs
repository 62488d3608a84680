//! Calendar files that the page saves.

use std::path::Path;

use super::browser::Browser;

impl Browser {
    /// Presses what saves a calendar, and takes the file from the disk; its lines unfolded.
    pub async fn save_calendar(&self, action: &str, folder: &Path, name: &str) -> String {
        let file = folder.join(name);
        self.press(action).await;
        self.wait("the calendar file", async || {
            std::fs::read_to_string(&file).is_ok_and(|text| text.ends_with("END:VCALENDAR\r\n"))
        })
        .await;
        let text = std::fs::read_to_string(&file).expect("the file is text");
        std::fs::remove_file(&file).expect("the file can be taken away");
        text.replace("\r\n ", "")
    }
}

/// The events of a calendar, each as the values of these properties.
pub fn events(calendar: &str, properties: &[&str]) -> Vec<String> {
    let events = calendar.split("BEGIN:VEVENT").skip(1);
    let value = |event: &str, name: &str| {
        let mut lines = event.lines();
        let line = lines.find(|line| line.split([':', ';']).next() == Some(name));
        line.and_then(|line| line.split_once(':')).map_or("-", |(_, value)| value).to_owned()
    };
    let all = |event: &str| properties.iter().map(|name| value(event, name)).collect::<Vec<_>>();
    events.map(|event| all(event).join(" ")).collect()
}
