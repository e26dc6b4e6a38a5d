package dev.nightjar.drawings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How many of a number are left after each loss, and where they went.
 *
 * @param start name of all at the beginning
 * @param all how many they are
 * @param losses how many each reason takes away, in order; zeros are left out
 * @param end name of those that are left
 * @param arrivals how many arrived where, in order
 */
public record Funnel(
    String title,
    String description,
    String start,
    long all,
    Map<String, Long> losses,
    String end,
    Map<String, Long> arrivals,
    Figures figures)
    implements Drawing.Picture {

  @Override
  public Drawing draw(double width) {
    var bars = new ArrayList<Bars.Bar>();
    bars.add(Bars.Bar.of(start, all, figures.count(all)));
    long left = all;
    for (var loss : losses.entrySet()) {
      if (loss.getValue() != 0) {
        var text = "−" + figures.count(loss.getValue());
        long after = left - loss.getValue();
        bars.add(
            new Bars.Bar(
                loss.getKey(), after, left, text, true, loss.getKey() + ": " + text, null));
        left = after;
      }
    }
    bars.add(Bars.Bar.of(end, left, figures.count(left)));
    arrivals.forEach((name, count) -> bars.add(Bars.Bar.of(name, count, figures.count(count))));
    return new Bars(title, description, List.copyOf(bars)).draw(width);
  }
}
