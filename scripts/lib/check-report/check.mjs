// Opens each report in headless Chromium, as a reader would and offline, and prints what is wrong with it.
//   node check.mjs CHROMIUM AXE OUT DIR...
import { readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const [chromium, axePath, out, ...folders] = process.argv.slice(2);
const axe = readFileSync(axePath, "utf8");
const WIDE = { width: 1200, height: 900 };
const PHONE = { width: 390, height: 844 };
const faults = [];

const browser = await puppeteer.launch({
  executablePath: chromium,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});

/** A page as it is published: its policy holds, and nothing but itself may be asked for. */
async function open(url, viewport, scheme, more) {
  const page = await browser.newPage();
  const say = (what) => faults.push(`${url} at ${viewport.width}px, ${scheme}: ${what}`);
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warn") {
      say(`console: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => say(`script: ${error.message}`));
  page.on("request", (request) => {
    if (request.url() !== url && !request.url().startsWith("data:")) {
      say(`request: ${request.url()}`);
    }
  });
  await page.setBypassCSP(more.bypass === true);
  await page.setViewport(viewport);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.goto(url, { waitUntil: "load" });
  await page.waitForFunction(() => document.querySelectorAll("[data-chart]:empty").length === 0
    || performance.now() > 5000, { timeout: 20000 });
  return { page, say };
}

for (const folder of folders) {
  const url = pathToFileURL(resolve(folder, "report.html")).href;
  const name = basename(resolve(folder));
  for (const scheme of ["light", "dark"]) {
    for (const viewport of [WIDE, PHONE]) {
      const { page, say } = await open(url, viewport, scheme, {});
      const overhang = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
      if (overhang > 0) {
        const widest = await page.evaluate(() => Array.from(document.querySelectorAll("body *"))
          .filter((one) => !one.closest(".scroll") && one.getBoundingClientRect().right > innerWidth + 1)
          .slice(0, 3).map((one) => `${one.tagName}.${one.className}`).join(", "));
        say(`scrolls sideways by ${overhang}px: ${widest}`);
      }
      // Charts far down are drawn when they come near the window.
      for (const chart of await page.$$("[data-chart]")) {
        await chart.evaluate((one) => one.scrollIntoView({ behavior: "instant", block: "center" }));
        await page.waitForFunction((one) => one.querySelector("canvas") !== null, { timeout: 5000 }, chart).catch(() => {});
      }
      const empty = await page.evaluate(() => Array.from(document.querySelectorAll("[data-chart]"))
        .filter((one) => !one.querySelector("canvas")).length);
      await page.evaluate(() => window.scrollTo({ top: 0, behavior: "instant" }));
      if (empty > 0) {
        say(`${empty} charts are not drawn`);
      }
      const height = Math.min(6000, await page.evaluate(() => document.scrollingElement.scrollHeight));
      await page.screenshot({
        path: join(out, `${name}-${viewport.width}-${scheme}.png`), captureBeyondViewport: true,
        clip: { x: 0, y: 0, width: viewport.width, height },
      });
      await page.close();
    }
    // The checker itself is a script that the page's policy forbids; what it reports does not depend on the policy.
    const { page, say } = await open(url, WIDE, scheme, { bypass: true });
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
    await page.evaluate(axe);
    const found = await page.evaluate(() => window.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"],
      resultTypes: ["violations"],
    }));
    found.violations.forEach((rule) => say(`${rule.id} (${rule.impact}), ${rule.nodes.length} times: ${rule.help}; first: `
      + `${rule.nodes[0].html.slice(0, 160)} ${rule.nodes[0].any.map((one) => one.message).join("; ").slice(0, 200)}`));
    await page.close();
  }
}
await browser.close();
faults.forEach((fault) => console.error(fault));
console.log(`${folders.length} reports, ${faults.length} faults; screenshots in ${out}`);
process.exit(faults.length === 0 ? 0 : 1);
