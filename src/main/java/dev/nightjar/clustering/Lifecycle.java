package dev.nightjar.clustering;

import dev.nightjar.clustering.ClusteringResult.Found;
import dev.nightjar.database.AdjacentNights;
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
            && inForce.model().definition().equals(settings.definition())
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
      queries.insertNight(Decision.NOBODY, null, settings);
      queries.removeMembers();
      return null;
    }
    var store = new ModelStore(tx, nights);
    var tonight = new NightAssignments(tx, nights);
    var outcome = choose(tonight, store, queries, applied, candidate);
    queries.insertNight(outcome.decision(), outcome.found().adjustedRandIndex(), settings);
    insertModels(store, outcome, applied, candidate);
    if (candidate != null) {
      queries.insertQuality(candidate.tried(), settings);
    }
    tonight.becomeMembers(outcome.model().clusters().stream().map(Cluster::number).toList());
    queries.insertProfiles(outcome, population.values(), settings.names());
    return outcome;
  }

  private ClusteringResult choose(
      NightAssignments tonight,
      ModelStore store,
      NightQueries queries,
      @Nullable AppliedModel applied,
      @Nullable CandidateModel candidate) {
    if (candidate == null) {
      var decision = applied.inForce().isProposed() ? Decision.ACCEPTED : Decision.KEPT;
      return keep(decision, tonight, queries, applied, null);
    }
    var best = candidate.best();
    tonight.write(population, candidate.features(), best);
    var sums = tonight.sums(best.k());
    var clusters = candidate.clusters(applied, store.highestNumber(), sums, settings.ranks());
    var model =
        new Model(
            nights.night(), settings.definition(), candidate.scaler(), name(clusters, queries));
    var found = new Found(model, tonight.adjustedRandIndex(best.k()));
    if (applied == null) {
      var decision = store.inForce() == null ? Decision.FIRST : Decision.REDEFINED;
      return new ClusteringResult(decision, found, best, sums, null);
    }
    return isTooDifferent(found, applied)
        ? keep(Decision.PROPOSED, tonight, queries, applied, found)
        : new ClusteringResult(Decision.REFITTED, found, best, sums, null);
  }

  private boolean isTooDifferent(Found found, AppliedModel applied) {
    var index = found.adjustedRandIndex();
    return found.model().k() != applied.model().k()
        || index != null && index < settings.minAdjustedRandIndex();
  }

  private ClusteringResult keep(
      Decision decision,
      NightAssignments tonight,
      NightQueries queries,
      AppliedModel applied,
      @Nullable Found proposed) {
    tonight.write(population, applied.features(), applied.clustered());
    var model = applied.model();
    var medians = applied.clustered().medians(population.values());
    var clusters =
        IntStream.range(0, model.k())
            .mapToObj(
                i -> {
                  var cluster = model.clusters().get(i);
                  return cluster.in(settings.ranks().of(cluster.position(), model.k()), medians[i]);
                })
            .toList();
    var found =
        new Found(model.with(name(clusters, queries)), tonight.adjustedRandIndex(model.k()));
    return new ClusteringResult(
        decision, found, applied.clustered(), tonight.sums(model.k()), proposed);
  }

  private List<Cluster> name(List<Cluster> clusters, NightQueries queries) {
    var names = new ClusterNaming(settings, population.values());
    boolean isSame = Objects.equals(queries.namingBefore(), settings.naming().toString());
    return names.name(isSame ? clusters : names.forget(clusters));
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
