package dev.nightjar.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/**
 * A browser without a mouse. Whatever gets the focus on the way must show it, in sight and not
 * covered by anything.
 */
public final class AKeyboard {
  private static final int MOST_STOPS = 600;

  /** What has the focus, as far as a person can see it; null for nothing. */
  private static final String FOCUSED =
      """
      const e = document.activeElement;
      if (!e || e === document.body || e === document.documentElement) return null;
      window.stops ??= new Map();
      if (!window.stops.has(e)) window.stops.set(e, window.stops.size);
      const style = getComputedStyle(e);
      const box = e.getBoundingClientRect();
      const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
      const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
      const isInSight = right > left && bottom > top;
      const over = isInSight ? document.elementFromPoint((left + right) / 2, (top + bottom) / 2) : null;
      const label = e.labels && e.labels.length ? e.labels[0].innerText : '';
      return {
        number: window.stops.get(e),
        name: (label || e.getAttribute('aria-label') || e.textContent || '').replace(/\\s+/g, ' ').trim(),
        html: e.outerHTML.slice(0, 120),
        isMarked: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        isInSight: isInSight,
        isCovered: isInSight && over !== null && !e.contains(over) && !over.contains(e)
          && !(e.ownerSVGElement && e.ownerSVGElement.contains(over))
      };
      """;

  /** Everything that must be reached. */
  private static final String STOPS =
      """
      return [...document.querySelectorAll(
          'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
        .filter(e => e.checkVisibility() && !e.disabled)
        .filter(e => !window.stops || !window.stops.has(e))
        .map(e => e.outerHTML.slice(0, 120));
      """;

  private final ABrowser browser;

  private AKeyboard(ABrowser browser) {
    this.browser = browser;
  }

  public static AKeyboard of(ABrowser browser) {
    return new AKeyboard(browser);
  }

  /** Presses keys, or types a text. */
  public AKeyboard type(CharSequence... keys) {
    new Actions(browser.driver()).sendKeys(keys).perform();
    return this;
  }

  /** Presses Tab until what has the focus is named so, or begins so. */
  public AKeyboard tabTo(String name) {
    var passed = new ArrayList<String>();
    for (int i = 0; i < MOST_STOPS; i++) {
      type(Keys.TAB);
      var stop = focused();
      if (stop != null) {
        assertVisible(stop);
        passed.add(stop.name());
        if (stop.name().startsWith(name)) {
          return this;
        }
      }
    }
    throw new AssertionError("'%s' cannot be reached with Tab, but %s".formatted(name, passed));
  }

  /** Waits until the page has a text. */
  public AKeyboard waitFor(String text) {
    browser.waitFor(text);
    return this;
  }

  /**
   * Presses Tab from the top of a page until it begins again: every link, button and field is
   * reached once, and nothing holds the focus.
   */
  public AKeyboard walk(String path) {
    browser.open(path);
    browser.driver().executeScript("document.activeElement.blur()");
    Set<Long> seen = new LinkedHashSet<>();
    for (int i = 0; i < MOST_STOPS; i++) {
      type(Keys.TAB);
      var stop = focused();
      if (stop == null || !seen.add(stop.number())) {
        break;
      }
      assertVisible(stop);
    }
    assertThat(seen.size()).as("stops of %s", path).isBetween(1, MOST_STOPS - 1);
    assertThat((List<?>) browser.driver().executeScript(STOPS))
        .as("what Tab does not reach in %s", path)
        .isEmpty();
    return this;
  }

  /** The first stop of a page leads over the bar, to its content. */
  public AKeyboard skipTo(String path) {
    browser.open(path);
    type(Keys.TAB);
    var first = focused();
    assertThat(first == null ? "nothing" : first.name()).isEqualTo("Skip to content");
    type(Keys.ENTER, Keys.TAB);
    assertThat(
            browser
                .driver()
                .executeScript("return document.activeElement.closest('main') !== null"))
        .as("the skip link of %s leads to the content", path)
        .isEqualTo(true);
    return this;
  }

  /** Something that has the focus. */
  private record Stop(
      long number,
      String name,
      String html,
      boolean isMarked,
      boolean isInSight,
      boolean isCovered) {}

  private Stop focused() {
    return browser.driver().executeScript(FOCUSED) instanceof Map<?, ?> found
        ? new Stop(
            (Long) found.get("number"),
            (String) found.get("name"),
            (String) found.get("html"),
            (Boolean) found.get("isMarked"),
            (Boolean) found.get("isInSight"),
            (Boolean) found.get("isCovered"))
        : null;
  }

  private static void assertVisible(Stop stop) {
    assertThat(stop.isMarked()).as("the focus can be seen: %s", stop.html()).isTrue();
    assertThat(stop.isInSight()).as("what has the focus is in sight: %s", stop.html()).isTrue();
    assertThat(stop.isCovered()).as("something covers the focus: %s", stop.html()).isFalse();
  }
}
