package dev.nightjar.lineage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables and views that each stage reads from other stages and those that it writes, and the
 * columns of which the origin is known.
 */
final class StageTables {
  private static final String READS = "reads";
  private static final String WRITES = "writes";

  private static final Map<String, List<String>> FLOWS =
      parsed(
          """
          ingest     writes ingest.customer_records ingest.files ingest.order_lines ingest.rejects
          ingest     writes ingest.sources ingest.suppressions
          orders     reads  ingest.customer_records ingest.files ingest.order_lines ingest.sources
          orders     reads  ingest.suppressions privacy.erasures
          orders     writes orders.customers orders.file_outcomes orders.files orders.identities
          orders     writes orders.line_outcomes orders.order_parts orders.refusals
          rfm        reads  orders.customers orders.files orders.order_parts
          rfm        writes rfm.cut_points rfm.fits rfm.metrics rfm.nights rfm.scores
          clustering reads  orders.order_parts rfm.metrics rfm.nights segments.memberships
          clustering reads  segments.nights
          clustering writes clustering.acceptances clustering.centroid_values clustering.centroids
          clustering writes clustering.features clustering.members clustering.models
          clustering writes clustering.nights clustering.profile_attributes
          clustering writes clustering.profile_features clustering.profiles clustering.quality
          forecast   reads  orders.customers orders.order_parts rfm.metrics
          forecast   writes forecast.customers forecast.nights
          segments   reads  orders.customers rfm.fits rfm.metrics rfm.nights rfm.scores
          segments   writes segments.cells segments.memberships segments.moves segments.nights
          segments   writes segments.profile_attributes segments.profiles segments.rules
          segments   writes segments.segments
          audiences  reads  clustering.centroids clustering.members forecast.customers ingest.files
          audiences  reads  orders.customers orders.identities orders.refusals
          audiences  reads  publish.publications rfm.metrics segments.memberships
          audiences  reads  segments.segments
          audiences  writes audiences.audiences audiences.destination_exclusions
          audiences  writes audiences.destinations audiences.exclusions audiences.holdouts
          audiences  writes audiences.members
          publish    reads  clustering.centroid_values clustering.centroids
          publish    reads  clustering.profile_attributes clustering.profile_features
          publish    reads  clustering.profiles segments.moves segments.profile_attributes
          publish    reads  segments.profiles segments.segments
          publish    writes publish.cluster_attributes publish.cluster_features publish.clusters
          publish    writes publish.customer_segments publish.publications
          publish    writes publish.segment_attributes publish.segment_moves
          publish    writes publish.segment_profile publish.segments
          publish    writes published.audience_exclusions published.audience_members
          publish    writes published.audiences published.cluster_attributes
          publish    writes published.cluster_features published.cluster_history
          publish    writes published.clusters published.customer_forecast
          publish    writes published.customer_segments published.membership_history
          publish    writes published.segment_attributes published.segment_moves
          publish    writes published.segment_profile published.segments
          publish    writes published.segments_by_clusters
          deliver    reads  audiences.audiences audiences.destination_exclusions
          deliver    reads  audiences.destinations audiences.exclusions audiences.members
          deliver    reads  clustering.centroids clustering.members orders.customers
          deliver    reads  orders.refusals rfm.metrics rfm.scores segments.memberships
          deliver    reads  segments.segments
          deliver    writes deliver.approvals deliver.changes deliver.exports deliver.extracts
          deliver    writes deliver.sent_rows deliver.states deliver.withdrawals
          deliver    writes published.audience_changes published.audience_destinations
          deliver    writes published.exports
          """);

  /** Columns, how each is made, and of which others; of a table, what decides about its rows. */
  private static final Map<String, List<String>> ORIGINS =
      parsed(
          """
          rfm.metrics                    FILTER         orders.order_parts.outcome
          rfm.metrics.customer_key       IDENTITY       orders.customers.customer_key
          rfm.metrics.standing           CONDITIONAL    orders.order_parts.ordered_on orders.order_parts.is_order
          rfm.metrics.standing           CONDITIONAL    orders.order_parts.value orders.order_parts.is_return
          rfm.metrics.first_ordered_on   AGGREGATION    orders.order_parts.ordered_on
          rfm.metrics.first_ordered_on   FILTER         orders.order_parts.is_order
          rfm.metrics.last_ordered_on    AGGREGATION    orders.order_parts.ordered_on
          rfm.metrics.last_ordered_on    FILTER         orders.order_parts.is_order
          rfm.metrics.orders_count       AGGREGATION    orders.order_parts.is_order
          rfm.metrics.orders_count       FILTER         orders.order_parts.ordered_on
          rfm.metrics.net_value          AGGREGATION    orders.order_parts.value
          rfm.metrics.net_value          FILTER         orders.order_parts.booked_on
          rfm.metrics.frequency          AGGREGATION    orders.order_parts.is_order orders.order_parts.ordered_on
          rfm.metrics.frequency          AGGREGATION    orders.order_parts.lines_count orders.order_parts.units
          rfm.metrics.frequency          FILTER         orders.order_parts.is_order_kept orders.order_parts.is_return
          rfm.metrics.monetary           AGGREGATION    orders.order_parts.value orders.order_parts.is_order
          rfm.metrics.monetary           FILTER         orders.order_parts.booked_on
          rfm.scores.customer_key        IDENTITY       rfm.metrics.customer_key
          rfm.scores.standing            IDENTITY       rfm.metrics.standing
          rfm.scores.recency_days        TRANSFORMATION rfm.metrics.last_ordered_on
          rfm.scores.first_ordered_on    IDENTITY       rfm.metrics.first_ordered_on
          rfm.scores.orders_count        IDENTITY       rfm.metrics.orders_count
          rfm.scores.net_value           IDENTITY       rfm.metrics.net_value
          rfm.scores.frequency           IDENTITY       rfm.metrics.frequency
          rfm.scores.monetary            IDENTITY       rfm.metrics.monetary
          rfm.scores.r_score             TRANSFORMATION rfm.metrics.last_ordered_on rfm.cut_points.value
          rfm.scores.f_score             TRANSFORMATION rfm.metrics.frequency rfm.cut_points.value
          rfm.scores.m_score             TRANSFORMATION rfm.metrics.monetary rfm.cut_points.value
          segments.memberships.customer_key IDENTITY    rfm.scores.customer_key
          segments.memberships.r_score   IDENTITY       rfm.scores.r_score
          segments.memberships.f_score   IDENTITY       rfm.scores.f_score
          segments.memberships.m_score   IDENTITY       rfm.scores.m_score
          segments.memberships.segment   CONDITIONAL    rfm.scores.standing rfm.scores.r_score rfm.scores.f_score
          segments.memberships.segment   CONDITIONAL    rfm.scores.m_score rfm.scores.recency_days
          segments.memberships.segment   CONDITIONAL    rfm.scores.first_ordered_on rfm.scores.orders_count
          segments.memberships.segment   CONDITIONAL    rfm.scores.net_value orders.customers.country
          segments.memberships.segment   CONDITIONAL    orders.customers.attributes
          segments.memberships.attributes TRANSFORMATION orders.customers.country orders.customers.attributes
          audiences.members.customer_key IDENTITY       segments.memberships.customer_key
          audiences.members.audience     CONDITIONAL    segments.memberships.segment segments.memberships.previous_segment
          audiences.members.audience     CONDITIONAL    segments.memberships.changed_on segments.memberships.cause
          audiences.members.audience     CONDITIONAL    segments.memberships.r_score segments.memberships.f_score
          audiences.members.audience     CONDITIONAL    segments.memberships.m_score rfm.metrics.first_ordered_on
          audiences.members.audience     CONDITIONAL    rfm.metrics.last_ordered_on rfm.metrics.orders_count
          audiences.members.audience     CONDITIONAL    rfm.metrics.net_value orders.customers.country
          audiences.members.audience     CONDITIONAL    orders.customers.attributes clustering.members.cluster
          audiences.members.audience     CONDITIONAL    clustering.centroids.name clustering.centroids.tier
          audiences.members.audience     CONDITIONAL    forecast.customers.probability_alive
          audiences.members.audience     CONDITIONAL    forecast.customers.expected_orders_90
          audiences.members.audience     CONDITIONAL    forecast.customers.expected_orders_365
          audiences.members.audience     CONDITIONAL    forecast.customers.expected_value_90
          audiences.members.audience     CONDITIONAL    forecast.customers.expected_value_365
          audiences.members.exclusion    CONDITIONAL    orders.customers.is_erased orders.customers.is_opted_out
          audiences.members.exclusion    CONDITIONAL    orders.customers.consents orders.customers.has_consent
          audiences.members.exclusion    CONDITIONAL    orders.customers.email orders.customers.phone
          audiences.members.exclusion    CONDITIONAL    orders.customers.first_name orders.customers.last_name
          audiences.members.exclusion    CONDITIONAL    orders.refusals.kind orders.refusals.name
          audiences.members.exclusion    CONDITIONAL    audiences.holdouts.scope
          """);

  private StageTables() {}

  /** Tables of other stages that a stage reads. */
  static List<String> readBy(String stage) {
    return FLOWS.getOrDefault(stage + " " + READS, List.of());
  }

  /** Tables that a stage writes. */
  static List<String> writtenBy(String stage) {
    return FLOWS.getOrDefault(stage + " " + WRITES, List.of());
  }

  /**
   * What a table's rows or columns are made of.
   *
   * @param column empty for what decides about rows of the table
   * @param how a subtype of OpenLineage, such as AGGREGATION
   * @param from columns, each as schema.table.column
   */
  record Origin(String column, String how, List<String> from) {}

  /** The origins of a table's rows and columns; empty if none is known. */
  static List<Origin> originsOf(String table) {
    return ORIGINS.entrySet().stream()
        .filter(each -> each.getKey().matches("\\Q" + table + "\\E[. ].*"))
        .map(
            each -> {
              var words = each.getKey().split(" ");
              var column = words[0].equals(table) ? "" : words[0].substring(table.length() + 1);
              return new Origin(column, words[1], each.getValue());
            })
        .toList();
  }

  /** The words of each line from the third on, by the first two. */
  private static Map<String, List<String>> parsed(String text) {
    var parsed = new LinkedHashMap<String, List<String>>();
    text.lines()
        .map(line -> List.of(line.split(" +")))
        .forEach(
            words ->
                parsed
                    .computeIfAbsent(words.get(0) + " " + words.get(1), key -> new ArrayList<>())
                    .addAll(words.subList(2, words.size())));
    return parsed;
  }
}
