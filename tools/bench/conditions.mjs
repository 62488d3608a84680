// The conditions that pages are measured under: a slow phone on a slow network.

export const NETWORK = { latency: 150, megabits: 1.6, megabitsUp: 0.75 };
export const SLOWER = 4;
export const SCREEN = { width: 412, height: 823, deviceScaleFactor: 1.75, mobile: true };

/** A window under these conditions, with `watch` in every page before the page's own scripts. */
export async function slowPage(browser, watch, ...given) {
  const page = await browser.page();
  await page.send("Page.enable");
  await page.send("Network.enable");
  await page.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: NETWORK.latency,
    downloadThroughput: (NETWORK.megabits * 1e6) / 8,
    uploadThroughput: (NETWORK.megabitsUp * 1e6) / 8,
  });
  await slowDown(page, SLOWER);
  await page.send("Emulation.setDeviceMetricsOverride", SCREEN);
  await page.send("Emulation.setFocusEmulationEnabled", { enabled: true });
  const source = `(${watch})(${given.map((value) => JSON.stringify(value)).join(",")})`;
  await page.send("Page.addScriptToEvaluateOnNewDocument", { source });
  return page;
}

/** Makes the page's processor so many times slower. */
export async function slowDown(page, rate) {
  await page.send("Emulation.setCPUThrottlingRate", { rate });
}
