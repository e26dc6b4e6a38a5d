package dev.nightjar.lineage;

import static dev.nightjar.lineage.RunEvent.facet;

import dev.nightjar.home.BusinessSettings;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.home.ProductVersion;
import dev.nightjar.lineage.RunEvent.Flow;
import dev.nightjar.lineage.RunEvent.Job;
import dev.nightjar.lineage.RunEvent.Run;
import dev.nightjar.lineage.RunEvent.Type;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.NightListener;
import dev.nightjar.pipeline.StageReport;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says of each night and stage of this process when it begins and how it ends. A killed process
 * leaves runs without an end; the night that resumes is a run of its own.
 */
@Component
final class NightLineage implements NightListener {
  private static final String NIGHT = "nightly";

  private final LineageSettings settings;
  private final BusinessSettings business;
  private final Clock clock;
  private final NightDatasets datasets;
  private final EventFile file;
  private final EventPost post;
  private UUID nightRun = UUID.randomUUID();
  private UUID stageRun = UUID.randomUUID();

  NightLineage(
      LineageSettings settings,
      BusinessSettings business,
      Clock clock,
      NightDatasets datasets,
      EventFile file,
      EventPost post) {
    this.settings = settings;
    this.business = business;
    this.clock = clock;
    this.datasets = datasets;
    this.file = file;
    this.post = post;
  }

  @Override
  public void started(Night night) {
    post.begin();
    nightRun = UUID.randomUUID();
    ofNight(Type.START, night, Flow.NONE, null);
  }

  @Override
  public void finished(Night night, List<Failure> warnings) {
    ofNight(Type.COMPLETE, night, datasets.of(night), null);
    file.purge(night.date());
  }

  @Override
  public void failed(Night night, Failure failure) {
    ofNight(end(failure), night, Flow.NONE, failure);
  }

  @Override
  public void stageStarted(Night night, String stage) {
    stageRun = UUID.randomUUID();
    ofStage(Type.START, night, stage, datasets.plan(stage), null);
  }

  @Override
  public void stageFinished(Night night, String stage, StageReport report) {
    ofStage(Type.COMPLETE, night, stage, datasets.of(night, stage), null);
  }

  /** Asks the database nothing, as it can be the reason. */
  @Override
  public void stageFailed(Night night, String stage, Failure failure) {
    ofStage(end(failure), night, stage, Flow.NONE, failure);
  }

  private static Type end(Failure failure) {
    return failure.code() == FailureCode.NIGHT_STOPPED ? Type.ABORT : Type.FAIL;
  }

  private void ofNight(Type type, Night night, Flow flow, @Nullable Failure failure) {
    emit(type, night, new Run(nightRun, facets(night, failure)), job(NIGHT, "JOB"), flow);
  }

  private void ofStage(Type type, Night night, String stage, Flow flow, @Nullable Failure failure) {
    var facets = facets(night, failure);
    facets.put(
        "parent",
        facet(
            "1-1-0/ParentRunFacet",
            Map.of(
                "run", Map.of("runId", nightRun),
                "job", Map.of("namespace", settings.namespace(), "name", NIGHT))));
    emit(type, night, new Run(stageRun, facets), job(NIGHT + "." + stage, "TASK"), flow);
  }

  private Job job(String name, String kind) {
    return new Job(
        settings.namespace(),
        name,
        Map.of(
            "jobType",
            facet(
                "2-0-3/JobTypeJobFacet",
                Map.of("processingType", "BATCH", "integration", "NIGHTJAR", "jobType", kind))));
  }

  private Map<String, Map<String, ?>> facets(Night night, @Nullable Failure failure) {
    var facets = new LinkedHashMap<String, Map<String, ?>>();
    facets.put(
        "nominalTime",
        facet(
            "1-0-1/NominalTimeRunFacet",
            Map.of(
                "nominalStartTime", time(night.date()),
                "nominalEndTime", time(night.date().plusDays(1)))));
    facets.put(
        "processing_engine",
        facet(
            "1-1-1/ProcessingEngineRunFacet",
            Map.of("name", "Nightjar", "version", ProductVersion.text())));
    facets.put(
        "tags",
        facet(
            "1-0-0/TagsRunFacet",
            Map.of(
                "tags",
                List.of(
                    Map.of("key", "night", "value", night.date().toString()),
                    Map.of("key", "revision", "value", String.valueOf(night.revision()))))));
    if (failure != null) {
      facets.put("errorMessage", message(failure));
    }
    return facets;
  }

  /** When a business date begins. */
  private String time(LocalDate date) {
    return date.atStartOfDay(business.zone()).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  private static Map<String, ?> message(Failure failure) {
    return facet(
        "1-0-1/ErrorMessageRunFacet",
        Map.of(
            "message",
            failure.code().name() + ": " + failure.getMessage(),
            "programmingLanguage",
            "Java"));
  }

  private void emit(Type type, Night night, Run run, Job job, Flow flow) {
    var json = RunEvent.of(type, clock.instant(), run, job, flow).json();
    post.send(json);
    file.append(night.date(), json);
  }
}
