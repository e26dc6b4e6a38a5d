package dev.nightjar.cli;

import static dev.nightjar.db.audiences.Tables.AUDIENCES;
import static dev.nightjar.db.audiences.Tables.EXCLUSIONS;
import static dev.nightjar.db.audiences.Tables.MEMBERS;
import static dev.nightjar.db.deliver.Tables.CHANGES;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import dev.nightjar.database.ValidityIntervals;
import dev.nightjar.db.audiences.tables.Members;
import dev.nightjar.db.deliver.tables.records.ChangesRecord;
import dev.nightjar.pipeline.Night;
import dev.nightjar.views.PublishedNights;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows what an audience would be by the settings as they are now. */
@Command(
    name = "preview",
    description = {
      "Show what an audience would add, change and remove tonight. Writes nothing.",
      "It is selected by the settings, consents and opt-outs as they are now. Beside what is published",
      "stand those who would be added, removed, or left out for another reason; then what the newest",
      "night would add, change and remove at each destination."
    })
final class AudiencePreviewCommand implements Runnable {
  private static final String PUBLISHED = "published";
  // names only: a command that made tables of jOOQ when it is declared would start the log too
  // early
  private static final String BEFORE = "members_before";
  private static final String NOW = "members_now";

  @ParentCommand private AudiencesCommand audiences;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "Name of the audience.")
  private String name;

  @Option(
      names = {"-d", "--date"},
      paramLabel = "DATE",
      description = "A published night (default: the newest).")
  private @Nullable LocalDate date;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /**
   * Customers who are and would be the same in the audience: published, left out for a reason, or
   * null for no members.
   */
  private record Way(@Nullable String is, @Nullable String wouldBe, int customers) {}

  /**
   * @param reasons to leave members out, the first first
   */
  private record Preview(List<String> reasons, List<Way> ways, List<ChangesRecord> changes) {

    long count(Predicate<Way> which) {
      return ways.stream().filter(which).mapToLong(Way::customers).sum();
    }

    long added() {
      return count(way -> PUBLISHED.equals(way.wouldBe()) && !PUBLISHED.equals(way.is()));
    }

    long removed() {
      return count(way -> PUBLISHED.equals(way.is()) && !PUBLISHED.equals(way.wouldBe()));
    }

    /** Members before and after, left out for one reason and then for another. */
    long otherwise() {
      return count(
          way ->
              way.is() != null
                  && way.wouldBe() != null
                  && !PUBLISHED.equals(way.is())
                  && !PUBLISHED.equals(way.wouldBe())
                  && !way.is().equals(way.wouldBe()));
    }
  }

  @Override
  public void run() {
    try (var session = audiences.nightjar().open()) {
      var night = PublishedNights.of(session.published()).named(date);
      var preview =
          session
              .rehearsal()
              .of(
                  new Night(night, 0),
                  List.of("audiences", "deliver"),
                  db -> remember(db, night),
                  (db, told) -> preview(db, night));
      if (json) {
        printJson(night, preview);
      } else {
        print(night, preview);
      }
    }
  }

  private void printJson(LocalDate night, Preview preview) {
    var out = new LinkedHashMap<String, Object>();
    out.put("night", night);
    out.put("audience", name);
    out.put("added", preview.added());
    out.put("removed", preview.removed());
    out.put("left-out-otherwise", preview.otherwise());
    out.put("ways", preview.ways());
    out.put("destinations", preview.changes().stream().map(ChangesRecord::intoMap).toList());
    Json.print(out);
  }

  private void print(LocalDate night, Preview preview) {
    System.out.printf("Audience %s in the night of %s%n", name, night);
    var table = new TextTable(1, "Members", "Are", "Would be", "Change");
    var standings = new ArrayList<>(List.of(PUBLISHED));
    standings.addAll(preview.reasons());
    for (var standing : standings) {
      long is = preview.count(way -> standing.equals(way.is()));
      long wouldBe = preview.count(way -> standing.equals(way.wouldBe()));
      table.row(
          AudiencesCommand.words(standing),
          AudiencesCommand.number(is),
          AudiencesCommand.number(wouldBe),
          "%+,d".formatted(wouldBe - is));
    }
    System.out.print(table);
    printChanges(preview.changes());
    System.out.printf(
        "%,d would be added, %,d removed, %,d left out for another reason. Nothing was changed.%n",
        preview.added(), preview.removed(), preview.otherwise());
  }

  private static void printChanges(List<ChangesRecord> changes) {
    if (changes.isEmpty()) {
      return; // an audience that is too small, or a night that is not the newest
    }
    var table = new TextTable(1, "Destination", "Has", "Would have", "Added", "Changed", "Removed");
    for (var each : changes) {
      table.row(
          each.getDestination(),
          AudiencesCommand.number(each.getCustomersBefore()),
          AudiencesCommand.number(each.getCustomers()),
          AudiencesCommand.number(each.getAdded()),
          AudiencesCommand.number(each.getChanged()),
          AudiencesCommand.number(each.getRemoved()));
    }
    System.out.print(table);
    changes.stream()
        .filter(each -> each.getStoppedFor() != null)
        .forEach(
            each ->
                System.out.printf(
                    "%s would wait for nightjar approve: %s%n",
                    each.getDestination(), each.getStoppedFor()));
  }

  /** Keeps the members as they are, until the end of the transaction. */
  private int remember(DSLContext db, LocalDate night) {
    db.deleteFrom(CHANGES).where(CHANGES.NIGHT.eq(night)).execute();
    return db.createTemporaryTable(BEFORE)
        .as(select(MEMBERS.fields()).from(MEMBERS).where(isMember(night)))
        .onCommitDrop()
        .execute();
  }

  private Preview preview(DSLContext db, LocalDate night) {
    var declared =
        db.select(AUDIENCES.AUDIENCE)
            .from(AUDIENCES)
            .where(AUDIENCES.NIGHT.eq(night))
            .orderBy(AUDIENCES.POSITION)
            .fetch(AUDIENCES.AUDIENCE);
    if (!declared.contains(name)) {
      throw new ParameterException(
          spec.commandLine(),
          "There is no audience %s; there are: %s".formatted(name, String.join(", ", declared)));
    }
    return new Preview(reasons(db, night), ways(db, night), changes(db, night));
  }

  private List<ChangesRecord> changes(DSLContext db, LocalDate night) {
    return db.selectFrom(CHANGES)
        .where(CHANGES.NIGHT.eq(night), CHANGES.AUDIENCE.eq(name))
        .orderBy(CHANGES.DESTINATION)
        .fetch();
  }

  private List<String> reasons(DSLContext db, LocalDate night) {
    return db.select(EXCLUSIONS.EXCLUSION)
        .from(EXCLUSIONS)
        .where(EXCLUSIONS.NIGHT.eq(night), EXCLUSIONS.AUDIENCE.eq(name))
        .orderBy(EXCLUSIONS.POSITION)
        .fetch(EXCLUSIONS.EXCLUSION);
  }

  private List<Way> ways(DSLContext db, LocalDate night) {
    var now =
        select(MEMBERS.CUSTOMER_KEY, MEMBERS.EXCLUSION)
            .from(MEMBERS)
            .where(isMember(night))
            .asTable(NOW);
    var membersBefore = MEMBERS.as(BEFORE);
    var membersNow = MEMBERS.as(NOW);
    var is = standing(membersBefore);
    var wouldBe = standing(membersNow);
    return db.select(is, wouldBe, count())
        .from(table(name(BEFORE)))
        .fullJoin(now)
        .on(membersBefore.CUSTOMER_KEY.eq(membersNow.CUSTOMER_KEY))
        .groupBy(is, wouldBe)
        .fetch(Records.mapping(Way::new));
  }

  /** Null for no member. */
  private static Field<String> standing(Members members) {
    return when(members.CUSTOMER_KEY.isNotNull(), coalesce(members.EXCLUSION, inline(PUBLISHED)));
  }

  private Condition isMember(LocalDate night) {
    return MEMBERS.AUDIENCE.eq(name).and(ValidityIntervals.at(MEMBERS, night));
  }
}
