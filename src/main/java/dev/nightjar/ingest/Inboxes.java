package dev.nightjar.ingest;

import dev.nightjar.home.BusinessSettings;
import dev.nightjar.home.Home;
import dev.nightjar.home.PrivateFiles;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.NightEvents;
import dev.nightjar.pipeline.StageFailed;
import dev.nightjar.pipeline.StagePath;
import dev.nightjar.transport.InboxFailed;
import dev.nightjar.transport.RouteFile;
import dev.nightjar.transport.RouteValues;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Lands the files of a night from every inbox, and waits for those that are still to come.
 *
 * <p>There is one file of Camel routes for each transport: {@code routes/ingest-sftp.camel.yaml}
 * begins at {@code direct:ingest-sftp} and hands over one file of an inbox to the bean {@code
 * landing} at each call, until there is none.
 */
@Component
class Inboxes {
  private final DSLContext db;
  private final Home home;
  private final IngestSettings settings;
  private final FileLedger ledger;
  private final FileCountCheck counts;
  private final NightEvents events;

  Inboxes(
      DSLContext db,
      Home home,
      IngestSettings settings,
      FileLedger ledger,
      BusinessSettings business,
      NightEvents events) {
    this.db = db;
    this.home = home;
    this.settings = settings;
    this.ledger = ledger;
    this.counts = new FileCountCheck(settings.sources(), ledger, business);
    this.events = events;
  }

  /** What a look into the inboxes found. */
  private record Drained(List<String> staying, List<InboxFailed> failures) {}

  /** The folder of the landing files. */
  Path landing() {
    return home.resolve(settings.landing());
  }

  /**
   * What is wrong with the route files and with the files they need, found without starting one.
   */
  List<String> problems() {
    var problems = new ArrayList<>(RouteFile.problems(home, "ingest", List.of()));
    settings
        .sftp()
        .forEach(
            (name, each) ->
                each.server()
                    .missingFiles(home)
                    .forEach(problem -> problems.add("ingest.sftp." + name + problem)));
    return problems;
  }

  /** The folder of the landing files, and the files of the SFTP inboxes. */
  List<StagePath> paths() {
    var paths = new ArrayList<>(List.of(StagePath.folder("ingest.landing", landing())));
    settings
        .sftp()
        .forEach((name, each) -> paths.addAll(each.server().paths("ingest.sftp." + name, home)));
    return paths;
  }

  /**
   * Lands files until every required file is there or late. An inbox that fails meanwhile is tried
   * again.
   *
   * @return the files that stay in the inboxes, and why
   * @throws StageFailed if an inbox fails, or too few or too many files came
   */
  List<String> land(Night night) {
    // in a transaction, so that no other night is landing files meanwhile
    db.transaction(turn -> Landing.clear(landing()));
    var drained = drain(night);
    for (var awaited = ""; isWaiting(night); drained = drain(night)) {
      if (!awaited.equals(counts.awaited(night))) {
        awaited = counts.awaited(night);
        events.waiting(night, awaited);
      }
      pause();
    }
    refuse(drained.failures(), night);
    counts.requireFiles(night);
    return drained.staying();
  }

  /** A dry run takes the files that are there. */
  private boolean isWaiting(Night night) {
    return !night.isDry() && !counts.awaited(night).isEmpty();
  }

  private void pause() {
    try {
      Thread.sleep(settings.poll().toMillis());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted while files land", e);
  }

  /** Drains all inboxes at once: a failing one does not keep the others from landing files. */
  private Drained drain(Night night) {
    var all = inboxes();
    var inboxes = all.stream().filter(each -> each.isFolder() || !night.isDry()).toList();
    var threads = Executors.newFixedThreadPool(Math.max(1, inboxes.size()));
    try {
      var drains = inboxes.stream().map(each -> threads.submit(() -> drain(each, night))).toList();
      var staying = new ArrayList<String>();
      all.stream()
          .filter(each -> !inboxes.contains(each))
          .forEach(each -> staying.add(each.name() + " is not read in a dry run"));
      var failures = new ArrayList<InboxFailed>();
      for (var drain : drains) {
        try {
          staying.addAll(drain.get());
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof InboxFailed failed)) {
            throw e;
          }
          failures.add(failed);
        }
      }
      return new Drained(staying, failures);
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e);
    } finally {
      threads.shutdown();
    }
  }

  private List<String> drain(Inbox inbox, Night night) throws Exception {
    var landing = new Landing(night, landing(), settings, ledger, inbox.name());
    if (!inbox.isFolder()) {
      return inbox.drain(landing);
    }
    var folder = home.resolve(settings.folder().path());
    PrivateFiles.makeFolders(folder);
    var notes = new ArrayList<>(inbox.drain(landing));
    notes.addAll(Inbox.left(folder, landing));
    return notes;
  }

  private static void refuse(List<InboxFailed> failures, Night night) {
    if (!failures.isEmpty()) {
      var first = failures.get(0);
      throw new StageFailed(
          first.code(),
          night,
          failures.stream().map(Exception::getMessage).collect(Collectors.joining("\n")),
          first);
    }
  }

  /** Every inbox that is configured. */
  private List<Inbox> inboxes() {
    var inboxes = new ArrayList<Inbox>();
    if (settings.folder().enabled()) {
      var path = settings.folder().path();
      inboxes.add(
          new Inbox(Inbox.FOLDER, path.toString(), route("folder"), values(settings.folder())));
    }
    settings
        .sftp()
        .forEach(
            (name, each) ->
                inboxes.add(
                    new Inbox(
                        "ingest.sftp." + name,
                        each.server().place(),
                        route("sftp"),
                        values(each))));
    settings
        .s3()
        .forEach(
            (name, each) ->
                inboxes.add(
                    new Inbox("ingest.s3." + name, place(each), route("s3"), values(each), each)));
    return inboxes;
  }

  private static String place(IngestSettings.S3 s3) {
    var place = s3.keys().place();
    return s3.endpoint() == null ? place : place + " at " + s3.endpoint();
  }

  private RouteFile route(String transport) {
    return RouteFile.of(home, "ingest", transport);
  }

  private RouteValues values(IngestSettings.Folder folder) {
    return new RouteValues()
        .with("folder.path", home.resolve(folder.path()))
        .with("folder.min-age", folder.minAge().toMillis());
  }

  private RouteValues values(IngestSettings.Sftp sftp) {
    var isDeleted = sftp.after() == IngestSettings.After.DELETE;
    var doneFile = sftp.doneFile();
    return new RouteValues()
        .with(sftp.server(), home)
        .with("sftp.min-age", sftp.minAge().toMillis())
        .with("sftp.after", isDeleted ? "delete=true" : "move=.landed")
        .with(
            "sftp.done",
            doneFile == null
                ? ""
                : "&doneFileName=" + doneFile.replace(IngestSettings.Sftp.NAME, "${file:name}"));
  }

  private static RouteValues values(IngestSettings.S3 s3) {
    return new RouteValues()
        .with("s3.bucket", s3.bucket())
        .with("s3.after", s3.after().name().toLowerCase(Locale.ROOT))
        .with("s3.archive-prefix", s3.archivePrefix());
  }
}
