package dev.nightjar.clustering;

import dev.nightjar.clustering.ClusteringResult.Found;
import dev.nightjar.clustering.NightAssignments.Sums;
import dev.nightjar.database.AdjacentNights;
import dev.nightjar.home.CalendarPeriod;
import dev.nightjar.kmeans.Clustered;
import dev.nightjar.kmeans.KMeansSettings;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Decides whether the model in force stays or a new one takes its place, and writes the result. */
final class Lifecycle {
  private final AdjacentNights nights;
  private final ClusteringSettings settings;
  private final Population population;

  Lifecycle(AdjacentNights nights, ClusteringSettings settings, Population population) {
    this.nights = nights;
    this.settings = settings;
    this.population = population;
  }

  /**
   * The model in force, applied to tonight's customers; null where there is none, or none for them:
   * one that was made for other features cannot be applied.
   */
  @Nullable AppliedModel apply(ModelStore store) {
    var inForce = store.inForce();
    boolean isApplicable =
        inForce != null
            && inForce
                .model()
                .definition()
                .equals(settings.definition(population.metrics().definition()))
            && population.count() > 0;
    return isApplicable ? AppliedModel.to(population, inForce) : null;
  }

  /**
   * Whether to look for a new model. A late night uses the model that was in force then, unless it
   * is run again and looked for one before.
   */
  boolean isDue(@Nullable AppliedModel applied, ModelStore store) {
    if (applied == null) {
      return true;
    }
    var sought = store.sought();
    return !applied.inForce().isProposed()
        && (sought == null || settings.refit().isDue(sought, nights.night()))
        && (nights.next() == null || store.isSoughtAlready());
  }

  /**
   * How to look for a new model. All numbers of clusters are tried once a calendar week; in between
   * only that of the model in force and its neighbours, as customers change too little for another
   * one to become the best.
   */
  KMeansSettings search(@Nullable AppliedModel applied, ModelStore store) {
    var all = settings.kMeans();
    var sought = store.sought();
    return applied == null
            || sought == null
            || CalendarPeriod.WEEK.isLater(nights.night(), sought)
            || !all.tries(applied.model().k())
        ? all
        : all.near(applied.model().k());
  }

  /**
   * Replaces the night's clusters.
   *
   * @param tx a transaction
   * @param applied the model in force; null where there is none to apply
   * @param candidate a new model; null where none was sought or found
   * @return null where there is neither
   */
  @Nullable ClusteringResult replace(
      DSLContext tx, @Nullable AppliedModel applied, @Nullable CandidateModel candidate) {
    var queries = new NightQueries(tx, nights);
    queries.clear();
    if (applied == null && candidate == null) {
      queries.insertNight(null, population.others(), settings);
      queries.removeMembers();
      return null;
    }
    var store = new ModelStore(tx, nights);
    var tonight = new NightAssignments(tx, nights);
    var choice = new Choice(tonight, store, queries, applied, candidate);
    var outcome = candidate == null ? choice.keep(null) : choice.choose();
    queries.insertNight(outcome, population.others(), settings);
    insertModels(store, outcome, applied, candidate);
    if (candidate != null) {
      queries.insertQuality(candidate.tried(), settings);
    }
    tonight.becomeMembers(outcome.model().numbers());
    queries.insertProfiles(outcome, population.values(), settings.names());
    return outcome;
  }

  /**
   * The choice between the model in force and a new one.
   *
   * @param applied null where there is no model in force
   * @param candidate null where no model was sought
   */
  private final class Choice {
    private final NightAssignments tonight;
    private final ModelStore store;
    private final NightQueries queries;
    private final @Nullable AppliedModel applied;
    private final @Nullable CandidateModel candidate;

    Choice(
        NightAssignments tonight,
        ModelStore store,
        NightQueries queries,
        @Nullable AppliedModel applied,
        @Nullable CandidateModel candidate) {
      this.tonight = tonight;
      this.store = store;
      this.queries = queries;
      this.applied = applied;
      this.candidate = candidate;
    }

    /**
     * A refit that agrees with the model in force on tonight's customers is taken. If there is a
     * better model, with another number of clusters or with clusters that agree less, that is only
     * proposed.
     */
    ClusteringResult choose() {
      var best = candidate.best();
      if (applied == null) {
        var decision = store.inForce() == null ? Decision.FIRST : Decision.REDEFINED;
        var sums = write(best);
        return new ClusteringResult(decision, found(best, sums), sums, null, null);
      }
      var refit = candidate.refit(applied, settings.minAdjustedRandIndex());
      var proposed = refit == best ? null : found(best, write(best));
      return refit == null ? keep(proposed) : take(refit, proposed);
    }

    private ClusteringResult take(Clustered refit, @Nullable Found proposed) {
      var sums = write(refit);
      var found = found(refit, sums);
      var movement = tonight.movement(found.model().numbers());
      return new ClusteringResult(Decision.REFITTED, found, sums, movement, proposed);
    }

    private List<Sums> write(Clustered clustered) {
      tonight.write(population, candidate.features(), clustered);
      return tonight.sums(clustered.k());
    }

    private Found found(Clustered clustered, List<Sums> sums) {
      var clusters =
          candidate.clusters(clustered, applied, store.highestNumber(), sums, settings.ranks());
      var model =
          new Model(
              nights.night(),
              settings.definition(population.metrics().definition()),
              candidate.scaler(),
              name(clusters));
      return new Found(model, clustered, applied == null ? null : applied.agreement(clustered));
    }

    ClusteringResult keep(@Nullable Found proposed) {
      tonight.write(population, applied.features(), applied.clustered());
      var model = applied.model();
      var medians = applied.clustered().medians(population.values());
      var clusters =
          IntStream.range(0, model.k())
              .mapToObj(
                  i -> {
                    var cluster = model.clusters().get(i);
                    var tier = settings.ranks().of(cluster.position(), model.k());
                    return cluster.in(tier, medians[i]);
                  })
              .toList();
      var found = new Found(model.with(name(clusters)), applied.clustered(), null);
      var decision =
          applied.inForce().isProposed()
              ? Decision.ACCEPTED
              : proposed == null ? Decision.KEPT : Decision.PROPOSED;
      return new ClusteringResult(
          decision, found, tonight.sums(model.k()), tonight.movement(model.numbers()), proposed);
    }

    private List<Cluster> name(List<Cluster> clusters) {
      var names = new ClusterNaming(settings, population);
      boolean isSame = Objects.equals(queries.namingBefore(), settings.naming().toString());
      return names.name(isSame ? clusters : names.forget(clusters));
    }
  }

  private void insertModels(
      ModelStore store,
      ClusteringResult outcome,
      @Nullable AppliedModel applied,
      @Nullable CandidateModel candidate) {
    boolean isNew = outcome.model().fittedOn().equals(nights.night());
    if (isNew) {
      store.insert(outcome.found(), false, settings, candidate);
    } else {
      store.copy(applied.inForce(), outcome.model().clusters());
    }
    if (outcome.proposed() != null) {
      store.insert(outcome.proposed(), true, settings, candidate);
    }
  }
}
