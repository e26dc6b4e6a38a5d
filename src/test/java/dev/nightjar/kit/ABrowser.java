package dev.nightjar.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Debian's Chromium without a screen. Each page that it has shown must leave no line in its log.
 */
public final class ABrowser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ChromeDriver driver;
  private final String address;

  private ABrowser(ChromeDriver driver, String address) {
    this.driver = driver;
    this.address = address;
  }

  /** Opens a browser on a console; where there is none, the test is skipped, and says so. */
  public static ABrowser on(AConsole console) {
    boolean isThere = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    if (!isThere) {
      System.out.println("Skipped: there is no " + CHROMIUM + " with " + DRIVER);
    }
    assumeTrue(isThere, "there is no Chromium");
    var options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--lang=en-GB");
    var logs = new LoggingPreferences();
    logs.enable("browser", Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File(DRIVER.toString()))
            .usingAnyFreePort()
            .build();
    var browser = new ABrowser(new ChromeDriver(service, options), console.address());
    browser.screen(1280, 900, "light");
    return browser;
  }

  public ABrowser logIn(String name, String password) {
    open("/login");
    type("username", name);
    type("password", password);
    press("Log in");
    return this;
  }

  /** Shows a page. */
  public ABrowser open(String path) {
    driver.get(address + path);
    return this;
  }

  /** Types into a field of a form. */
  public ABrowser type(String field, String text) {
    driver.findElement(By.name(field)).sendKeys(text);
    return this;
  }

  /** Presses the button, or opens what is folded away, whose text begins so. */
  public ABrowser press(String text) {
    driver
        .findElement(
            By.xpath(
                "//button[starts-with(normalize-space(.), '%1$s')] | //summary[starts-with(normalize-space(.), '%1$s')]"
                    .formatted(text)))
        .click();
    return this;
  }

  /** Waits until the page has a text. */
  public ABrowser waitFor(String text) {
    new WebDriverWait(driver, PATIENCE)
        .withMessage(() -> "'" + text + "' does not come; the page has: " + text())
        .until(any -> text().contains(text));
    return this;
  }

  /** The visible text of the page. */
  public String text() {
    // while a page is loaded, there is none
    return driver.findElements(By.tagName("body")).stream()
        .findFirst()
        .map(ABrowser::textOf)
        .orElse("");
  }

  private static String textOf(WebElement body) {
    try {
      return body.getText();
    } catch (org.openqa.selenium.StaleElementReferenceException e) {
      return "";
    }
  }

  /** Lets the browser save files into a folder, without a question. */
  public ABrowser savesTo(Path folder) {
    driver.executeCdpCommand(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", folder.toAbsolutePath().toString()));
    return this;
  }

  /** Waits until a file is saved as a whole. */
  public Path waitForFile(Path folder, String name) {
    var file = folder.resolve(name);
    new WebDriverWait(driver, PATIENCE)
        .withMessage(() -> name + " is not saved")
        .until(any -> Files.exists(file));
    return file;
  }

  /** The driver, for what has no words here. */
  public ChromeDriver driver() {
    return driver;
  }

  /**
   * Looks at a page as it is wide, in the dark and on a phone: nothing is cut off, axe finds
   * nothing against WCAG 2.2 AA, the log has no line. A picture of each is in {@code
   * target/screenshots}.
   *
   * @param name of the pictures
   */
  public ABrowser examine(String path, String name) {
    examineAt(1280, 900, "light", path, name + "-light");
    examineAt(1280, 900, "dark", path, name + "-dark");
    examineAt(390, 844, "light", path, name + "-phone");
    screen(1280, 900, "light");
    return this;
  }

  private void examineAt(int width, int height, String colours, String path, String name) {
    screen(width, height, colours);
    open(path);
    examineHere(width, height, colours, name);
  }

  /**
   * Looks at the page that is shown, as {@link #examine} does, without asking for it again: a
   * posted form has no address.
   */
  public ABrowser examineHere(String name) {
    examineHere(1280, 900, "light", name + "-light");
    examineHere(1280, 900, "dark", name + "-dark");
    examineHere(390, 844, "light", name + "-phone");
    screen(1280, 900, "light");
    return this;
  }

  private void examineHere(int width, int height, String colours, String name) {
    screen(width, height, colours);
    long tall =
        ((Number) driver.executeScript("return document.documentElement.scrollHeight")).longValue();
    screen(width, (int) Math.min(Math.max(tall, height), 6000), colours);
    save(name);
    assertThat(
            (List<?>)
                driver.executeScript(
                    "return document.documentElement.scrollWidth > innerWidth ? [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll')).map(e => e.outerHTML.slice(0, 120)) : []"))
        .as("what is wider than the screen, %s", name)
        .isEmpty();
    assertThat(
            new AxeBuilder()
                .withTags(WCAG).analyze(driver).getViolations().stream()
                    .map(each -> each.getId() + ": " + each.getNodes())
                    .toList())
        .as("what axe finds, %s", name)
        .isEmpty();
    assertQuiet();
  }

  /** Nothing was logged, so every file was there, and nothing was against the policy. */
  public ABrowser assertQuiet() {
    assertThat(log()).as("browser's log").isEmpty();
    return this;
  }

  /** What the browser logged since it was last asked. */
  public List<String> log() {
    return driver.manage().logs().get("browser").getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  private void save(String name) {
    try {
      Files.createDirectories(SCREENSHOTS);
      Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void screen(int width, int height, String colours) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
