//! What a person does on a page, and reads.

use botilbud::app::page::Page;
use botilbud::rules::standard::Standard;
use botilbud::text::marks::plain;
use fantoccini::Locator;
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::wd::WindowHandle;
use serde_json::{Value, json};

use super::browser::Browser;

impl Browser {
    pub(super) async fn element(&self, css: &str) -> Result<Element, CmdError> {
        self.client.find(Locator::Css(css)).await
    }

    /// Goes to a page by the menu.
    pub async fn go(&self, page: Page) {
        // What is for few stands below every page.
        let standard = Standard::built_in().expect("the standard");
        let is_above = page == Page::Front || page.is_in_menu(&standard);
        let place = if is_above { "header" } else { "footer" };
        let css = format!("{place} a[href=\"{}\"]", page.href());
        self.persist(&css, async || {
            let links = self.client.find_all(Locator::Css(&css)).await?;
            let mut shown = None;
            for link in links {
                if self.is_drawn(&link).await? {
                    shown = Some(link);
                }
            }
            match shown {
                Some(link) => self.hit(&link).await,
                None => {
                    self.hit(&self.element("header summary").await?).await?;
                    self.hit(&self.element(&css).await?).await
                }
            }
        })
        .await;
        self.wait_for_page(page).await;
    }

    /// Goes back in the browser's history, to a page.
    pub async fn back_to(&self, page: Page) {
        self.client.back().await.expect("the browser goes back");
        self.wait_for_page(page).await;
    }

    /// Goes forward in the browser's history, to a page.
    pub async fn forward_to(&self, page: Page) {
        self.client.forward().await.expect("the browser goes forward");
        self.wait_for_page(page).await;
    }

    /// Loads the page again.
    pub async fn reload(&self, page: Page) {
        self.client.refresh().await.expect("the browser reloads");
        self.wait_for_page(page).await;
    }

    /// The window that is used.
    pub async fn window(&self) -> WindowHandle {
        self.client.window().await.expect("a window")
    }

    /// Opens another window.
    pub async fn open_window(&self) -> WindowHandle {
        // A page that is not seen is not drawn, and waiting for that would not end.
        self.client.new_window(false).await.expect("another window").handle
    }

    /// Goes on in a window.
    pub async fn switch_to(&self, window: &WindowHandle) {
        self.client.switch_to_window(window.clone()).await.expect("the window is there");
        self.frames.borrow_mut().clear();
    }

    /// Does nothing for so long that the page takes it for a rest.
    pub async fn rest(&self) {
        tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
        self.settle().await;
    }

    /// The address shown.
    pub async fn address_shown(&self) -> String {
        self.client.current_url().await.expect("an address").to_string()
    }

    /// Types into a field, in place of what stands there.
    pub async fn fill(&self, id: &str, text: &str) {
        const BACKSPACE: &str = "\u{e003}";
        self.persist(&format!("typing {text:?} into #{id}"), async || {
            let field = self.element(&format!("[id=\"{id}\"]")).await?;
            self.hit(&field).await?;
            self.client.execute("document.activeElement.select()", vec![]).await?;
            field.send_keys(if text.is_empty() { BACKSPACE } else { text }).await
        })
        .await;
        assert_eq!(self.typed(id).await, text, "what was typed into #{id}");
    }

    /// Types a date into its three fields, such as `4 5 1999`.
    pub async fn fill_date(&self, id: &str, date: &str) {
        let mut parts = date.split(' ');
        for part in ["day", "month", "year"] {
            self.fill(&format!("{id}-{part}"), parts.next().unwrap_or_default()).await;
        }
    }

    /// What stands in a field.
    pub async fn typed(&self, id: &str) -> String {
        let value =
            self.script("return document.getElementById(arguments[0]).value", vec![json!(id)]);
        value.await.as_str().expect("a field's text").to_owned()
    }

    /// Answers a question with the code of an answer.
    pub async fn choose(&self, question: &str, answer: &str) {
        let css = format!("input[name=\"{question}\"][value=\"{answer}\"]");
        self.persist(&css, async || {
            let id = self.element(&css).await?.attr("id").await?.unwrap_or_default();
            self.hit(&self.element(&format!("label[for=\"{id}\"]")).await?).await
        })
        .await;
        self.settle().await;
        self.wait(&format!("{css} to be chosen"), async || {
            let chosen = "return document.querySelector(arguments[0])?.checked";
            self.script(chosen, vec![json!(css)]).await == json!(true)
        })
        .await;
    }

    /// Chooses from a list by the code of a choice.
    pub async fn select(&self, id: &str, code: &str) {
        self.persist(&format!("choosing {code} in #{id}"), async || {
            self.element(&format!("[id=\"{id}\"]")).await?.select_by_value(code).await
        })
        .await;
    }

    /// Presses what a selector finds.
    pub async fn click(&self, css: &str) {
        let what = format!("pressing {css}");
        self.persist(&what, async || self.hit(&self.element(css).await?).await).await;
        self.settle().await;
    }

    /// Presses a button that does something, by its code.
    pub async fn press(&self, action: &str) {
        self.click(&format!("[data-act=\"{action}\"]")).await;
    }

    /// Sends a form that is right: the result gets the focus. Returns what the page shows.
    pub async fn ask(&self, tool: &str) -> String {
        self.submit(tool).await;
        self.wait_for_focus(&format!("{tool}-result")).await;
        self.page_text().await
    }

    /// Sends a form that is wrong: the summary of errors gets the focus. Returns its text.
    pub async fn ask_wrongly(&self, tool: &str) -> String {
        self.submit(tool).await;
        let summary = format!("{tool}-errors");
        self.wait_for_focus(&summary).await;
        self.text(&format!("#{summary}")).await
    }

    /// Sends a form.
    pub async fn submit(&self, tool: &str) {
        self.click(&format!("form[data-tool=\"{tool}\"] button[type=\"submit\"]")).await;
    }

    /// Presses a key, wherever the focus is.
    pub async fn key(&self, key: char) {
        let focused = self.client.active_element().await.expect("an element has the focus");
        focused.send_keys(&key.to_string()).await.expect("the key is pressed");
        self.settle().await;
    }

    /// Leaves the field that has the focus.
    pub async fn leave(&self) {
        self.script("document.activeElement.blur()", vec![]).await;
        self.settle().await;
    }

    /// Waits until an element has the focus.
    pub async fn wait_for_focus(&self, id: &str) {
        self.wait(&format!("the focus on #{id}"), async || {
            self.script("return document.activeElement?.id", vec![]).await == json!(id)
        })
        .await;
    }

    /// The text that is seen in an element, wherever it is scrolled to, with one space wherever
    /// there is any. What is out of sight and left undrawn until then is drawn for it.
    pub async fn text(&self, css: &str) -> String {
        let script = "
            if (!window.drawsAll) {
                window.drawsAll = new CSSStyleSheet();
                drawsAll.replaceSync('* { content-visibility: visible !important }');
                document.adoptedStyleSheets.push(drawsAll);
            }
            return document.querySelector(arguments[0])?.innerText ?? '';
        ";
        let text = self.script(script, vec![json!(css)]).await;
        let words: Vec<&str> = text.as_str().expect("text").split_whitespace().collect();
        words.join(" ")
    }

    /// The text of the page, without header and footer.
    pub async fn page_text(&self) -> String {
        self.text("main").await
    }

    /// Waits until a text is seen in an element.
    pub async fn see(&self, css: &str, text: &str) {
        let text = &plain(text);
        self.wait(&format!("»{text}« in {css}"), async || self.text(css).await.contains(text))
            .await;
    }

    /// How many elements a selector finds.
    pub async fn count(&self, css: &str) -> u64 {
        let found =
            self.script("return document.querySelectorAll(arguments[0]).length", vec![json!(css)]);
        found.await.as_u64().expect("a number")
    }

    /// How many of the elements that a selector finds take up room.
    pub async fn count_seen(&self, css: &str) -> u64 {
        let seen = "
            return [...document.querySelectorAll(arguments[0])]
                .filter((element) => element.getClientRects().length).length;
        ";
        self.script(seen, vec![json!(css)]).await.as_u64().expect("a number")
    }

    /// Whether an element is seen.
    pub async fn is_shown(&self, css: &str) -> bool {
        let found = self.element(css).await.unwrap_or_else(|error| panic!("{css}: {error}"));
        self.is_drawn(&found).await.expect("an element is displayed or not")
    }

    /// As the page itself knows it: drivers differ in what they think of a closed fold.
    async fn is_drawn(&self, element: &Element) -> Result<bool, CmdError> {
        let drawn = "
            const [element] = arguments;
            return element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
                && element.getClientRects().length > 0;
        ";
        Ok(self.client.execute(drawn, vec![handle(element)]).await? == json!(true))
    }

    /// The id of a field in the row of a list, counted from one.
    pub async fn in_row(&self, list: &str, row: usize, name: &str) -> String {
        let css = format!("[id^=\"{list}-\"][id$=\"-{name}\"]");
        let script = "return document.querySelectorAll(arguments[0])[arguments[1]]?.id";
        let id = self.script(script, vec![json!(css), json!(row - 1)]).await;
        id.as_str().unwrap_or_else(|| panic!("no row {row} of {list}")).to_owned()
    }
}

impl Browser {
    /// Goes into the page's first frame.
    pub async fn enter_frame(&self) {
        self.enter_frame_number(0).await;
    }

    /// Goes into one of the page's frames, counted from 0 as they stand on the page.
    pub async fn enter_frame_number(&self, number: usize) {
        self.go_into(number).await.expect("the page has the frame");
        self.frames.borrow_mut().push(number);
    }

    /// Goes back out to the page that the frame stands on.
    pub async fn leave_frame(&self) {
        self.client.enter_parent_frame().await.expect("the frame stands on a page");
        self.frames.borrow_mut().pop();
    }

    async fn go_into(&self, number: usize) -> Result<(), CmdError> {
        // Not by number: engines count frames in the order in which they came.
        let frames = self.client.find_all(Locator::Css("iframe")).await?;
        frames.get(number).expect("the page has the frame").enter_frame().await
    }

    /// Goes from the page around everything to the frame that one was in.
    pub(super) async fn return_to_frame(&self) -> Result<(), CmdError> {
        let frames = self.frames.borrow().clone();
        let window = self.client.window().await?;
        self.client.switch_to_window(window).await?;
        for number in frames {
            self.go_into(number).await?;
        }
        Ok(())
    }

    /// Scrolls the pages around a frame as a person would to see an element in it. The engines
    /// scroll inside a frame of another origin alone.
    async fn scroll_around(&self, element: &Element) -> Result<(), CmdError> {
        let frames = self.frames.borrow().clone();
        let middle = "
            const { top, height } = arguments[0].getBoundingClientRect();
            return top + height / 2;
        ";
        let mut place = self.client.execute(middle, vec![handle(element)]).await?;
        for number in frames.iter().rev() {
            self.client.enter_parent_frame().await?;
            let show = "
                const [number, place] = arguments;
                const frame = document.querySelectorAll('iframe')[number];
                const seen = () => frame.getBoundingClientRect().top + frame.clientTop + place;
                if (seen() < 0 || seen() > innerHeight) {
                    scrollBy({ top: seen() - innerHeight / 2, behavior: 'instant' });
                }
                return seen();
            ";
            place = self.client.execute(show, vec![json!(number), place]).await?;
        }
        self.return_to_frame().await
    }

    /// Presses an element, once it is in sight.
    async fn hit(&self, element: &Element) -> Result<(), CmdError> {
        // WebDriver scrolls no further than to the edge, where the planner's panel may lie.
        let to_middle = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.client.execute(to_middle, vec![handle(element)]).await?;
        if !self.frames.borrow().is_empty() {
            self.scroll_around(element).await?;
        }
        element.click().await
    }
}

/// An element as scripts take it.
fn handle(element: &Element) -> Value {
    serde_json::to_value(element).expect("an element has a handle")
}
