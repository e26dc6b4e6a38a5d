package dev.nightjar.ingest;

import dev.nightjar.home.Home;
import dev.nightjar.transport.RouteFile;
import dev.nightjar.transport.RouteValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The Camel routes that bring files, one file for each transport: {@code
 * routes/ingest-sftp.camel.yaml} begins at {@code direct:ingest-sftp} and hands over one file of an
 * inbox to the bean {@code landing} at each call, until there is none.
 */
final class IngestRoutes {
  private final Home home;
  private final IngestSettings settings;

  IngestRoutes(Home home, IngestSettings settings) {
    this.home = home;
    this.settings = settings;
  }

  /**
   * What is wrong with the route files and with the files they need, found without starting one.
   */
  List<String> problems() {
    var problems = new ArrayList<>(RouteFile.problems(home, "ingest"));
    settings
        .sftp()
        .forEach(
            (name, each) ->
                each.server()
                    .missingFiles(home)
                    .forEach(problem -> problems.add("ingest.sftp." + name + problem)));
    return problems;
  }

  /** Every inbox that is configured. */
  List<Inbox> inboxes() {
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
