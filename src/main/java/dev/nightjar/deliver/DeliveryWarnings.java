package dev.nightjar.deliver;

import java.util.ArrayList;
import java.util.List;

/** What people are to know of an extract, one line each. */
final class DeliveryWarnings {
  private DeliveryWarnings() {}

  static List<String> of(DeliveryTarget target, Extract extract) {
    var warnings = new ArrayList<String>();
    if (target.waitsFor() != null) {
      warnings.add("only people who refused were taken out, the rest waits: " + target.waitsFor());
    } else if (target.audience().isEmptied()) {
      warnings.add("nobody of this audience is sent any more: who was there is to be removed");
    }
    warnings.addAll(ofUse(target, extract));
    if (target.profile().flagsLeavers() && !target.hasRemoves()) {
      warnings.add(
          "customers who leave keep their flag: add adds to deliver.files." + target.destination());
    }
    return warnings;
  }

  /** What the destination will not use. */
  static List<String> ofUse(DeliveryTarget target, Extract extract) {
    var warnings = new ArrayList<String>();
    addSize(warnings, target, extract);
    addEmptyCells(warnings, target, extract);
    return warnings;
  }

  private static void addSize(List<String> warnings, DeliveryTarget target, Extract extract) {
    var profile = target.profile();
    if (extract.isWithheld()) {
      warnings.add(
          "withheld: %s takes no list of fewer than %,d people, and this one has %,d"
              .formatted(target.destination(), profile.requireAtLeast(), extract.lines()));
      if (extract.change().refused() > 0) {
        warnings.add(
            "%,d people who refused are still at %s: remove them there"
                .formatted(extract.change().refused(), target.destination()));
      }
    } else if (extract.lines() < profile.warnBelow() && !target.isEmptied()) {
      warnings.add(
          "%s uses no list of fewer than %,d people, and this one has %,d"
              .formatted(target.destination(), profile.warnBelow(), extract.lines()));
    }
  }

  /** Columns of which most cells are empty, as the destination would not take the values. */
  private static void addEmptyCells(List<String> warnings, DeliveryTarget target, Extract extract) {
    extract
        .tally()
        .cells(target.profile().columns())
        .forEach(
            (column, reasons) -> {
              long empty = reasons.values().stream().mapToLong(Long::longValue).sum();
              if (2 * empty > extract.tally().rows()) {
                warnings.add(
                    "%s is left empty for %,d of %,d people: %s"
                        .formatted(
                            column,
                            empty,
                            extract.tally().rows(),
                            String.join(
                                ", ", reasons.keySet().stream().map(String::valueOf).toList())));
              }
            });
  }
}
