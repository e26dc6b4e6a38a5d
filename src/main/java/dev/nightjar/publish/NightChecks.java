package dev.nightjar.publish;

import dev.nightjar.home.Counted;
import dev.nightjar.home.FailureCode;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.StageFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The checks of {@code db/checks}: each is a query for the rows that break its promise. */
final class NightChecks {
  private final DSLContext db;

  NightChecks(DSLContext db) {
    this.db = db;
  }

  /**
   * Runs every check.
   *
   * @return how many there are
   * @throws StageFailed {@link FailureCode#AUDIT_FAILED} where any returns a row
   */
  int pass(Night night) {
    var checks = checks();
    var broken = new ArrayList<String>();
    for (var check : checks) {
      int rows = db.fetch(text(check).replace(":night", "{0}"), DSL.val(night.date())).size();
      if (rows > 0) {
        broken.add("  %s: %s".formatted(check.getFilename(), Counted.of(rows, "row")));
      }
    }
    if (!broken.isEmpty()) {
      throw new StageFailed(
          FailureCode.AUDIT_FAILED,
          night,
          "%d of %d checks failed; what was published stays live.%n%s"
              .formatted(broken.size(), checks.size(), String.join("\n", broken)));
    }
    return checks.size();
  }

  private static List<Resource> checks() {
    try {
      var found =
          new PathMatchingResourcePatternResolver().getResources("classpath:db/checks/*.sql");
      return Arrays.stream(found)
          .sorted(Comparator.comparing(check -> Objects.requireNonNull(check.getFilename())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Resource check) {
    try {
      return check.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
