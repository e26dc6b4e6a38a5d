SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE SCHEMA audiences;
CREATE SCHEMA clustering;
CREATE SCHEMA deliver;
CREATE SCHEMA forecast;
CREATE SCHEMA ingest;
CREATE SCHEMA operations;
CREATE SCHEMA orders;
CREATE SCHEMA pipeline;
CREATE SCHEMA privacy;
CREATE SCHEMA publish;
CREATE SCHEMA published;
CREATE SCHEMA rfm;
CREATE SCHEMA segments;
CREATE FUNCTION audiences.bucket(salt text, customer_key text) RETURNS integer
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN ((SELECT ((((halves.high % (10000)::bigint) * ('4294967296'::bigint % (10000)::bigint)) + halves.low) % (10000)::bigint) FROM (SELECT ((('x'::text || substr(hashed.hash, 1, 8)))::bit(32))::bigint AS high, ((('x'::text || substr(hashed.hash, 9, 8)))::bit(32))::bigint AS low FROM (SELECT encode(sha256(convert_to(((bucket.salt || ':'::text) || bucket.customer_key), 'UTF8'::name)), 'hex'::text) AS hash) hashed) halves))::integer;
COMMENT ON FUNCTION audiences.bucket(salt text, customer_key text) IS 'The first 8 bytes of SHA-256(salt:key), as an unsigned big-endian number, modulo 10000: a customer is held out where it is less than 100 times the percentage.';
CREATE FUNCTION deliver.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception '%.% is append-only', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end $$;
COMMENT ON FUNCTION deliver.refuse_change() IS 'Trigger of append-only tables: refuses the change.';
CREATE FUNCTION operations.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception '%.% is append-only', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end $$;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE audiences.audiences (
    night date NOT NULL,
    audience text NOT NULL,
    "position" integer NOT NULL,
    segment text,
    description text NOT NULL,
    purpose text NOT NULL,
    channel text NOT NULL,
    destinations text[] NOT NULL,
    exclusive_group text,
    priority integer NOT NULL,
    is_consent_for_contacts_only boolean NOT NULL,
    global_holdout_percent numeric NOT NULL,
    global_holdout_salt text NOT NULL,
    global_holdout_days integer,
    holdout_percent numeric NOT NULL,
    holdout_salt text NOT NULL,
    holdout_days integer,
    frequency text NOT NULL,
    is_due boolean NOT NULL,
    warn_below bigint NOT NULL,
    block_below bigint NOT NULL,
    is_blocked boolean NOT NULL,
    members bigint NOT NULL,
    published bigint NOT NULL,
    added bigint NOT NULL,
    removed bigint NOT NULL,
    CONSTRAINT audiences_frequency_check CHECK ((frequency = ANY (ARRAY['nightly'::text, 'weekly'::text, 'on-change'::text])))
);
COMMENT ON TABLE audiences.audiences IS 'One row per audience per night, as it was declared and what it came to.';
COMMENT ON COLUMN audiences.audiences.night IS 'The business date.';
COMMENT ON COLUMN audiences.audiences.audience IS 'Name of the audience, as in its file names.';
COMMENT ON COLUMN audiences.audiences."position" IS 'Place in the list, 1 for the first.';
COMMENT ON COLUMN audiences.audiences.segment IS 'The segment that it is made of; null where it is declared.';
COMMENT ON COLUMN audiences.audiences.description IS 'Who is in it, in one line.';
COMMENT ON COLUMN audiences.audiences.purpose IS 'Purpose to which its members must have agreed; if its destinations are for several, all of them.';
COMMENT ON COLUMN audiences.audiences.channel IS 'Channel by which it reaches people; any if a refusal of any counts; if its destinations have several, all of them.';
COMMENT ON COLUMN audiences.audiences.destinations IS 'Names of the destinations: those declared, otherwise the one in deliver.destination.';
COMMENT ON COLUMN audiences.audiences.exclusive_group IS 'In a group, a customer is only in the audience with the highest priority; null for no group.';
COMMENT ON COLUMN audiences.audiences.priority IS 'The higher goes first in its group.';
COMMENT ON COLUMN audiences.audiences.is_consent_for_contacts_only IS 'Whether customers known by their key alone need no consent.';
COMMENT ON COLUMN audiences.audiences.global_holdout_percent IS 'Customers held out from all audiences, 0 to 100.';
COMMENT ON COLUMN audiences.audiences.global_holdout_salt IS 'Salt of their draw.';
COMMENT ON COLUMN audiences.audiences.global_holdout_days IS 'Days of orders after which their effect is judged; null if not declared.';
COMMENT ON COLUMN audiences.audiences.holdout_percent IS 'Customers held out from this audience, 0 to 100.';
COMMENT ON COLUMN audiences.audiences.holdout_salt IS 'Salt of their draw.';
COMMENT ON COLUMN audiences.audiences.holdout_days IS 'Days of orders after which their effect is judged; null if not declared.';
COMMENT ON COLUMN audiences.audiences.frequency IS 'nightly, weekly or on-change.';
COMMENT ON COLUMN audiences.audiences.is_due IS 'Whether it is to be delivered in this night, by its frequency.';
COMMENT ON COLUMN audiences.audiences.warn_below IS 'Fewer published members than this are worth a warning.';
COMMENT ON COLUMN audiences.audiences.block_below IS 'Fewer published members than this are not delivered.';
COMMENT ON COLUMN audiences.audiences.is_blocked IS 'Whether it is not delivered, for having too few members.';
COMMENT ON COLUMN audiences.audiences.members IS 'Customers selected: the published and each exclusion.';
COMMENT ON COLUMN audiences.audiences.published IS 'Customers who are not excluded.';
COMMENT ON COLUMN audiences.audiences.added IS 'Published customers who were not published in the last published night before.';
COMMENT ON COLUMN audiences.audiences.removed IS 'Customers who were published in the last published night before, and are not any more.';
CREATE TABLE audiences.destination_exclusions (
    customer_key text NOT NULL,
    audience text NOT NULL,
    destination text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    exclusion text NOT NULL,
    CONSTRAINT destination_exclusions_exclusion_check CHECK ((exclusion = ANY (ARRAY['channel-opted-out'::text, 'no-consent'::text])))
)
PARTITION BY LIST (valid_to);
COMMENT ON TABLE audiences.destination_exclusions IS 'One row per audience, destination, member and time in which the member is published at another destination, and not at this one.';
COMMENT ON COLUMN audiences.destination_exclusions.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN audiences.destination_exclusions.audience IS 'Name of the audience.';
COMMENT ON COLUMN audiences.destination_exclusions.destination IS 'Channel with its file format.';
COMMENT ON COLUMN audiences.destination_exclusions.valid_from IS 'First night of the time.';
COMMENT ON COLUMN audiences.destination_exclusions.valid_to IS 'Night from which on it no longer holds; null where it still does.';
COMMENT ON COLUMN audiences.destination_exclusions.exclusion IS 'Why the member is not sent there.';
CREATE TABLE audiences.destination_exclusions_live (
    customer_key text NOT NULL,
    audience text NOT NULL,
    destination text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    exclusion text NOT NULL,
    CONSTRAINT destination_exclusions_exclusion_check CHECK ((exclusion = ANY (ARRAY['channel-opted-out'::text, 'no-consent'::text])))
);
COMMENT ON TABLE audiences.destination_exclusions_live IS 'One row per audience, destination and member: what holds still.';
COMMENT ON COLUMN audiences.destination_exclusions_live.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN audiences.destination_exclusions_live.audience IS 'Name of the audience.';
COMMENT ON COLUMN audiences.destination_exclusions_live.destination IS 'Channel with its file format.';
COMMENT ON COLUMN audiences.destination_exclusions_live.valid_from IS 'First night of the time.';
COMMENT ON COLUMN audiences.destination_exclusions_live.valid_to IS 'Night from which on it no longer holds; null where it still does.';
COMMENT ON COLUMN audiences.destination_exclusions_live.exclusion IS 'Why the member is not sent there.';
CREATE TABLE audiences.destination_exclusions_past (
    customer_key text NOT NULL,
    audience text NOT NULL,
    destination text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    exclusion text NOT NULL,
    CONSTRAINT destination_exclusions_exclusion_check CHECK ((exclusion = ANY (ARRAY['channel-opted-out'::text, 'no-consent'::text])))
);
COMMENT ON TABLE audiences.destination_exclusions_past IS 'One row per audience, destination, member and time that is over.';
COMMENT ON COLUMN audiences.destination_exclusions_past.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN audiences.destination_exclusions_past.audience IS 'Name of the audience.';
COMMENT ON COLUMN audiences.destination_exclusions_past.destination IS 'Channel with its file format.';
COMMENT ON COLUMN audiences.destination_exclusions_past.valid_from IS 'First night of the time.';
COMMENT ON COLUMN audiences.destination_exclusions_past.valid_to IS 'Night from which on it no longer holds; null where it still does.';
COMMENT ON COLUMN audiences.destination_exclusions_past.exclusion IS 'Why the member is not sent there.';
CREATE TABLE audiences.destinations (
    night date NOT NULL,
    audience text NOT NULL,
    destination text NOT NULL,
    "position" integer NOT NULL,
    purpose text NOT NULL,
    channel text NOT NULL,
    published bigint NOT NULL,
    channel_opted_out bigint NOT NULL,
    no_consent bigint NOT NULL
);
COMMENT ON TABLE audiences.destinations IS 'One row per night, audience and destination of it: what was checked there, and what it came to.';
COMMENT ON COLUMN audiences.destinations.night IS 'The business date.';
COMMENT ON COLUMN audiences.destinations.audience IS 'Name of the audience.';
COMMENT ON COLUMN audiences.destinations.destination IS 'Channel with its file format.';
COMMENT ON COLUMN audiences.destinations."position" IS 'Place among the destinations of the audience, 1 for the first.';
COMMENT ON COLUMN audiences.destinations.purpose IS 'Purpose to which people must have agreed to be sent there.';
COMMENT ON COLUMN audiences.destinations.channel IS 'Channel by which the destination reaches people; any if a refusal of any channel counts.';
COMMENT ON COLUMN audiences.destinations.published IS 'Members who can be sent there.';
COMMENT ON COLUMN audiences.destinations.channel_opted_out IS 'Members who are published at another destination, and refused the channel of this one.';
COMMENT ON COLUMN audiences.destinations.no_consent IS 'Members who are published at another destination, and did not agree to the purpose of this one.';
CREATE TABLE audiences.exclusions (
    night date NOT NULL,
    audience text NOT NULL,
    exclusion text NOT NULL,
    "position" integer NOT NULL,
    customers bigint NOT NULL
);
COMMENT ON TABLE audiences.exclusions IS 'One row per night, audience and reason to leave a member out; reasons that apply to no member are rows too.';
COMMENT ON COLUMN audiences.exclusions.night IS 'The business date.';
COMMENT ON COLUMN audiences.exclusions.audience IS 'Name of the audience.';
COMMENT ON COLUMN audiences.exclusions.exclusion IS 'The reason; of several that hold, the first by position counts.';
COMMENT ON COLUMN audiences.exclusions."position" IS 'Place of the reason, 1 for the first.';
COMMENT ON COLUMN audiences.exclusions.customers IS 'Members left out for it.';
CREATE TABLE audiences.holdouts (
    scope text NOT NULL,
    customer_key text NOT NULL,
    salt text NOT NULL,
    bucket integer NOT NULL,
    held_since date NOT NULL
);
COMMENT ON TABLE audiences.holdouts IS 'One row per customer who is held out, from one audience or from all.';
COMMENT ON COLUMN audiences.holdouts.scope IS 'Name of the audience; empty for all.';
COMMENT ON COLUMN audiences.holdouts.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN audiences.holdouts.salt IS 'Salt of the draw.';
COMMENT ON COLUMN audiences.holdouts.bucket IS 'Drawn number, 0 to 9999.';
COMMENT ON COLUMN audiences.holdouts.held_since IS 'First night in which the customer was held out by this salt.';
CREATE TABLE audiences.members (
    customer_key text NOT NULL,
    audience text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    exclusion text,
    CONSTRAINT members_exclusion_check CHECK ((exclusion = ANY (ARRAY['erased'::text, 'opted-out'::text, 'channel-opted-out'::text, 'no-consent'::text, 'no-identifier'::text, 'holdout'::text, 'lower-priority'::text])))
)
PARTITION BY LIST (valid_to);
COMMENT ON TABLE audiences.members IS 'One row per audience, member and time in which nothing changed; published where no exclusion stands.';
COMMENT ON COLUMN audiences.members.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN audiences.members.audience IS 'Name of the audience, as in its file names.';
COMMENT ON COLUMN audiences.members.valid_from IS 'First night of the time.';
COMMENT ON COLUMN audiences.members.valid_to IS 'Night from which on it no longer holds; null where it still does.';
COMMENT ON COLUMN audiences.members.exclusion IS 'Why the customer is not in the extract, the first reason of audiences.exclusions; null for customers who are.';
CREATE TABLE audiences.members_live (
    customer_key text NOT NULL,
    audience text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    exclusion text,
    CONSTRAINT members_exclusion_check CHECK ((exclusion = ANY (ARRAY['erased'::text, 'opted-out'::text, 'channel-opted-out'::text, 'no-consent'::text, 'no-identifier'::text, 'holdout'::text, 'lower-priority'::text])))
);
COMMENT ON TABLE audiences.members_live IS 'One row per audience and member: what holds still.';
COMMENT ON COLUMN audiences.members_live.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN audiences.members_live.audience IS 'Name of the audience, as in its file names.';
COMMENT ON COLUMN audiences.members_live.valid_from IS 'First night of the time.';
COMMENT ON COLUMN audiences.members_live.valid_to IS 'Night from which on it no longer holds; null where it still does.';
COMMENT ON COLUMN audiences.members_live.exclusion IS 'Why the customer is not in the extract, the first reason of audiences.exclusions; null for customers who are.';
CREATE TABLE audiences.members_past (
    customer_key text NOT NULL,
    audience text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    exclusion text,
    CONSTRAINT members_exclusion_check CHECK ((exclusion = ANY (ARRAY['erased'::text, 'opted-out'::text, 'channel-opted-out'::text, 'no-consent'::text, 'no-identifier'::text, 'holdout'::text, 'lower-priority'::text])))
);
COMMENT ON TABLE audiences.members_past IS 'One row per audience, member and time that is over.';
COMMENT ON COLUMN audiences.members_past.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN audiences.members_past.audience IS 'Name of the audience, as in its file names.';
COMMENT ON COLUMN audiences.members_past.valid_from IS 'First night of the time.';
COMMENT ON COLUMN audiences.members_past.valid_to IS 'Night from which on it no longer holds; null where it still does.';
COMMENT ON COLUMN audiences.members_past.exclusion IS 'Why the customer is not in the extract, the first reason of audiences.exclusions; null for customers who are.';
CREATE TABLE clustering.acceptances (
    last_night date NOT NULL,
    proposed_on date NOT NULL,
    accepted_at timestamp with time zone DEFAULT now() NOT NULL
);
COMMENT ON TABLE clustering.acceptances IS 'One row per acceptance of a proposed model: the next night takes it over.';
COMMENT ON COLUMN clustering.acceptances.last_night IS 'The newest night when the model was accepted.';
COMMENT ON COLUMN clustering.acceptances.proposed_on IS 'Night that proposed the model.';
COMMENT ON COLUMN clustering.acceptances.accepted_at IS 'When it was accepted.';
CREATE TABLE clustering.centroid_values (
    night date NOT NULL,
    cluster integer NOT NULL,
    feature text NOT NULL,
    scaled double precision NOT NULL,
    value double precision,
    is_proposed boolean NOT NULL
);
COMMENT ON TABLE clustering.centroid_values IS 'One row per night, model, cluster and feature: the centre of the cluster.';
COMMENT ON COLUMN clustering.centroid_values.night IS 'The business date.';
COMMENT ON COLUMN clustering.centroid_values.cluster IS 'Number of the cluster.';
COMMENT ON COLUMN clustering.centroid_values.feature IS 'Name of the feature.';
COMMENT ON COLUMN clustering.centroid_values.scaled IS 'The centroid, in scaled features.';
COMMENT ON COLUMN clustering.centroid_values.value IS 'Median of the members in business units when the model was found; null if unknown for all of them.';
COMMENT ON COLUMN clustering.centroid_values.is_proposed IS 'Whether the model waits to be accepted.';
CREATE TABLE clustering.centroids (
    night date NOT NULL,
    cluster integer NOT NULL,
    customers bigint NOT NULL,
    is_proposed boolean NOT NULL,
    "position" integer NOT NULL,
    name text NOT NULL,
    is_named_by_rule boolean NOT NULL,
    tier text
);
COMMENT ON TABLE clustering.centroids IS 'One row per night, model and cluster.';
COMMENT ON COLUMN clustering.centroids.night IS 'The business date.';
COMMENT ON COLUMN clustering.centroids.cluster IS 'Number of the cluster, which it keeps as long as it can be recognised.';
COMMENT ON COLUMN clustering.centroids.customers IS 'Customers in the cluster when the model was found.';
COMMENT ON COLUMN clustering.centroids.is_proposed IS 'Whether the model waits to be accepted.';
COMMENT ON COLUMN clustering.centroids."position" IS 'Rank by the mean value of its customers when the model was found, 1 for the highest.';
COMMENT ON COLUMN clustering.centroids.name IS 'Name of the cluster, which it keeps with the number.';
COMMENT ON COLUMN clustering.centroids.is_named_by_rule IS 'Whether a configured rule gave the name.';
COMMENT ON COLUMN clustering.centroids.tier IS 'Tier of the cluster, by its rank; null for a single cluster, and where no tiers are configured.';
CREATE TABLE clustering.features (
    night date NOT NULL,
    feature text NOT NULL,
    transform text NOT NULL,
    centre double precision NOT NULL,
    spread double precision NOT NULL,
    "position" integer NOT NULL,
    fill double precision NOT NULL,
    missing bigint NOT NULL,
    low double precision,
    high double precision,
    is_spread_stand_in boolean NOT NULL,
    is_proposed boolean NOT NULL
);
COMMENT ON TABLE clustering.features IS 'One row per night, model and feature: how its values were made comparable.';
COMMENT ON COLUMN clustering.features.night IS 'The business date.';
COMMENT ON COLUMN clustering.features.feature IS 'Name of the feature; attribute=value for a share.';
COMMENT ON COLUMN clustering.features.transform IS 'Transform before scaling: none, log1p, winsorise or rank.';
COMMENT ON COLUMN clustering.features.centre IS 'What becomes 0 after the transform: mean, median or least, by the scaling.';
COMMENT ON COLUMN clustering.features.spread IS 'What becomes 1 after the transform: population standard deviation, distance of the quartiles or range; 0 for a feature that is the same for all.';
COMMENT ON COLUMN clustering.features."position" IS 'Place among the features, 1 for the first.';
COMMENT ON COLUMN clustering.features.fill IS 'Value that stands in for missing ones, in business units: the median of the others.';
COMMENT ON COLUMN clustering.features.missing IS 'Customers whose value is not known or not finite.';
COMMENT ON COLUMN clustering.features.low IS 'What winsorise raises lower values to, in business units; null for other transforms.';
COMMENT ON COLUMN clustering.features.high IS 'What winsorise lowers higher values to, in business units; null for other transforms.';
COMMENT ON COLUMN clustering.features.is_spread_stand_in IS 'Whether the quartiles are equal, so that robust scaling took the standard deviation.';
COMMENT ON COLUMN clustering.features.is_proposed IS 'Whether the model waits to be accepted.';
CREATE TABLE clustering.members (
    customer_key text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    cluster integer NOT NULL
)
PARTITION BY LIST (valid_to);
COMMENT ON TABLE clustering.members IS 'One row per customer and time in one cluster.';
COMMENT ON COLUMN clustering.members.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN clustering.members.valid_from IS 'First night of the time.';
COMMENT ON COLUMN clustering.members.valid_to IS 'Night from which on it no longer holds; null where it still does.';
COMMENT ON COLUMN clustering.members.cluster IS 'Number of the cluster.';
CREATE TABLE clustering.members_live (
    customer_key text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    cluster integer NOT NULL
);
COMMENT ON TABLE clustering.members_live IS 'One row per customer: what holds still.';
COMMENT ON COLUMN clustering.members_live.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN clustering.members_live.valid_from IS 'First night of the time.';
COMMENT ON COLUMN clustering.members_live.valid_to IS 'Night from which on it no longer holds; null where it still does.';
COMMENT ON COLUMN clustering.members_live.cluster IS 'Number of the cluster.';
CREATE TABLE clustering.members_past (
    customer_key text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    cluster integer NOT NULL
);
COMMENT ON TABLE clustering.members_past IS 'One row per customer and time that is over.';
COMMENT ON COLUMN clustering.members_past.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN clustering.members_past.valid_from IS 'First night of the time.';
COMMENT ON COLUMN clustering.members_past.valid_to IS 'Night from which on it no longer holds; null where it still does.';
COMMENT ON COLUMN clustering.members_past.cluster IS 'Number of the cluster.';
CREATE TABLE clustering.models (
    night date NOT NULL,
    algorithm text NOT NULL,
    k integer NOT NULL,
    seed bigint NOT NULL,
    starts integer NOT NULL,
    customers bigint NOT NULL,
    inertia double precision NOT NULL,
    silhouette double precision,
    population text NOT NULL,
    scaling text NOT NULL,
    criterion text NOT NULL,
    is_proposed boolean NOT NULL,
    fitted_on date NOT NULL,
    definition text NOT NULL,
    adjusted_rand_index double precision
);
COMMENT ON TABLE clustering.models IS 'One row per night and model: the one in force, and where another was proposed, that too; none for a night with nobody to cluster.';
COMMENT ON COLUMN clustering.models.night IS 'The business date.';
COMMENT ON COLUMN clustering.models.algorithm IS 'Algorithm and its library.';
COMMENT ON COLUMN clustering.models.k IS 'Number of clusters.';
COMMENT ON COLUMN clustering.models.seed IS 'Seed of the first start; each further start adds one.';
COMMENT ON COLUMN clustering.models.starts IS 'k-means++ starts, of which the one with the least inertia is kept.';
COMMENT ON COLUMN clustering.models.customers IS 'Customers it was found on.';
COMMENT ON COLUMN clustering.models.inertia IS 'Sum of squared distances to the nearest centroid, in scaled features, of the customers it was found on.';
COMMENT ON COLUMN clustering.models.silhouette IS 'Mean exact silhouette of a sample of the customers it was found on, -1 to 1; null where k is 1.';
COMMENT ON COLUMN clustering.models.population IS 'Who is clustered: buyers (customers with an order in the window), all scored customers, or segment: and its name.';
COMMENT ON COLUMN clustering.models.scaling IS 'How the features are scaled: z-score, robust or min-max.';
COMMENT ON COLUMN clustering.models.criterion IS 'Quality by which k was chosen.';
COMMENT ON COLUMN clustering.models.is_proposed IS 'Whether it waits to be accepted.';
COMMENT ON COLUMN clustering.models.fitted_on IS 'Night in which the model was found.';
COMMENT ON COLUMN clustering.models.definition IS 'Population, scaling, features, transforms and metrics that it was made for.';
COMMENT ON COLUMN clustering.models.adjusted_rand_index IS 'Agreement with the model that was in force when it was found, both on the customers of that night; null where there was none.';
CREATE TABLE clustering.nights (
    night date NOT NULL,
    decision text NOT NULL,
    adjusted_rand_index double precision,
    compared_customers bigint,
    moved_customers bigint,
    other_customers bigint NOT NULL,
    naming text NOT NULL,
    CONSTRAINT nights_decision_check CHECK ((decision = ANY (ARRAY['first'::text, 'redefined'::text, 'refitted'::text, 'kept'::text, 'proposed'::text, 'accepted'::text, 'nobody'::text])))
);
COMMENT ON TABLE clustering.nights IS 'One row per night: how it came by its clusters.';
COMMENT ON COLUMN clustering.nights.night IS 'The business date.';
COMMENT ON COLUMN clustering.nights.decision IS 'first (there was no model), redefined (the model in force could not be applied), refitted (a new model, with the old numbers and names; perhaps next to a proposed one that is better and differs), kept (the model in force), proposed (kept, next to a new one that differs too much), accepted (a model that was proposed before), nobody (no two different customers, so no model).';
COMMENT ON COLUMN clustering.nights.adjusted_rand_index IS 'Agreement of a refitted model with the one in force before, both on the customers of this night, 1 for the same, about 0 for chance (Hubert and Arabie 1985); null for other decisions.';
COMMENT ON COLUMN clustering.nights.compared_customers IS 'Customers with a cluster in this night and the one before; null if that had no such clusters.';
COMMENT ON COLUMN clustering.nights.moved_customers IS 'Those of them who are in another cluster than before.';
COMMENT ON COLUMN clustering.nights.other_customers IS 'Scored and lapsed customers who are not in the population.';
COMMENT ON COLUMN clustering.nights.naming IS 'The rules by which clusters were named.';
CREATE TABLE clustering.profile_attributes (
    night date NOT NULL,
    cluster integer NOT NULL,
    attribute text NOT NULL,
    value text NOT NULL,
    customers bigint NOT NULL,
    customers_share numeric NOT NULL,
    share_index numeric NOT NULL
);
COMMENT ON TABLE clustering.profile_attributes IS 'One row per night, cluster, profile attribute and one of its most frequent values there.';
COMMENT ON COLUMN clustering.profile_attributes.night IS 'The business date.';
COMMENT ON COLUMN clustering.profile_attributes.cluster IS 'Number of the cluster.';
COMMENT ON COLUMN clustering.profile_attributes.attribute IS 'country, or the name of an attribute of the orders.';
COMMENT ON COLUMN clustering.profile_attributes.value IS 'The value that the customers share.';
COMMENT ON COLUMN clustering.profile_attributes.customers IS 'Customers of the cluster with the value.';
COMMENT ON COLUMN clustering.profile_attributes.customers_share IS 'Their share of the cluster, 0 to 1.';
COMMENT ON COLUMN clustering.profile_attributes.share_index IS '100 times the share in the cluster by the share among all clustered customers: over 100 means more than usual.';
CREATE TABLE clustering.profile_features (
    night date NOT NULL,
    cluster integer NOT NULL,
    feature text NOT NULL,
    mean double precision,
    median double precision
);
COMMENT ON TABLE clustering.profile_features IS 'One row per night, cluster and feature.';
COMMENT ON COLUMN clustering.profile_features.night IS 'The business date.';
COMMENT ON COLUMN clustering.profile_features.cluster IS 'Number of the cluster.';
COMMENT ON COLUMN clustering.profile_features.feature IS 'Name of the feature.';
COMMENT ON COLUMN clustering.profile_features.mean IS 'Mean of its customers, in the unit of the feature; null where it has none.';
COMMENT ON COLUMN clustering.profile_features.median IS 'Median of its customers, in the unit of the feature; null where it has none.';
CREATE TABLE clustering.profiles (
    night date NOT NULL,
    cluster integer NOT NULL,
    customers bigint NOT NULL,
    customers_share numeric NOT NULL,
    revenue numeric NOT NULL,
    revenue_share numeric NOT NULL,
    nearest_cluster integer,
    nearest_distance double precision,
    typical_customers text[] NOT NULL
);
COMMENT ON TABLE clustering.profiles IS 'One row per night and cluster of the model in force.';
COMMENT ON COLUMN clustering.profiles.night IS 'The business date.';
COMMENT ON COLUMN clustering.profiles.cluster IS 'Number of the cluster.';
COMMENT ON COLUMN clustering.profiles.customers IS 'Customers in the cluster.';
COMMENT ON COLUMN clustering.profiles.customers_share IS 'Share of all clustered customers, 0 to 1.';
COMMENT ON COLUMN clustering.profiles.revenue IS 'Their value less returns in the window, in the business currency.';
COMMENT ON COLUMN clustering.profiles.revenue_share IS 'Share of the revenue of all clustered customers, 0 to 1.';
COMMENT ON COLUMN clustering.profiles.nearest_cluster IS 'The other cluster whose centre is nearest; null where there is no other.';
COMMENT ON COLUMN clustering.profiles.nearest_distance IS 'Distance of the two centres, in scaled features.';
COMMENT ON COLUMN clustering.profiles.typical_customers IS 'PII. Keys of the customers nearest to the centre, the nearest first.';
CREATE TABLE clustering.quality (
    night date NOT NULL,
    k integer NOT NULL,
    inertia double precision NOT NULL,
    simplified_silhouette double precision,
    davies_bouldin double precision,
    calinski_harabasz double precision,
    bic double precision,
    elbow double precision,
    silhouette double precision,
    gap double precision,
    gap_error double precision,
    sample integer NOT NULL,
    iterations integer NOT NULL,
    is_chosen boolean NOT NULL
);
COMMENT ON TABLE clustering.quality IS 'One row per night in which a model was sought, and k that was tried, 1 among them.';
COMMENT ON COLUMN clustering.quality.night IS 'The business date.';
COMMENT ON COLUMN clustering.quality.k IS 'Number of clusters tried.';
COMMENT ON COLUMN clustering.quality.inertia IS 'Least inertia of its starts.';
COMMENT ON COLUMN clustering.quality.simplified_silhouette IS 'Mean simplified silhouette, -1 to 1; null where k is 1.';
COMMENT ON COLUMN clustering.quality.davies_bouldin IS 'Davies-Bouldin index; lower is better; null where k is 1.';
COMMENT ON COLUMN clustering.quality.calinski_harabasz IS 'Calinski-Harabasz index; higher is better; null where k is 1 or all customers.';
COMMENT ON COLUMN clustering.quality.bic IS 'Bayesian information criterion, one variance for all clusters; higher is better; null where it is not defined.';
COMMENT ON COLUMN clustering.quality.elbow IS 'How far the inertia lies below the straight line from the least to the greatest k tried, both axes taken from 0 to 1; higher is better; null where fewer than three k were tried.';
COMMENT ON COLUMN clustering.quality.silhouette IS 'Mean exact silhouette of a sample of customers, -1 to 1; null where k is 1.';
COMMENT ON COLUMN clustering.quality.gap IS 'Gap statistic of a sample of customers (Tibshirani, Walther and Hastie 2001); null unless k is 1 or the best of the others.';
COMMENT ON COLUMN clustering.quality.gap_error IS 'Standard error of the gap, from the spread of its references; null where k is 1.';
COMMENT ON COLUMN clustering.quality.sample IS 'Customers in the sample of the silhouette.';
COMMENT ON COLUMN clustering.quality.iterations IS 'Iterations of the start that was kept.';
COMMENT ON COLUMN clustering.quality.is_chosen IS 'Whether it is the best by the criterion and stands out further than a single cluster, or is that.';
CREATE TABLE deliver.approvals (
    night date NOT NULL,
    destination text NOT NULL,
    audience text NOT NULL,
    customers_before bigint NOT NULL,
    customers bigint NOT NULL,
    added bigint NOT NULL,
    changed bigint NOT NULL,
    removed bigint NOT NULL,
    replaced bigint NOT NULL,
    refused bigint NOT NULL,
    approved_at timestamp with time zone NOT NULL,
    approved_by text NOT NULL,
    reason text
);
COMMENT ON TABLE deliver.approvals IS 'One row per night, destination and audience whose change somebody approved.';
COMMENT ON COLUMN deliver.approvals.night IS 'The business date.';
COMMENT ON COLUMN deliver.approvals.destination IS 'Channel with its file format.';
COMMENT ON COLUMN deliver.approvals.audience IS 'Name of the audience.';
COMMENT ON COLUMN deliver.approvals.customers_before IS 'Customers that the destination had. The approval holds for these counts only.';
COMMENT ON COLUMN deliver.approvals.customers IS 'Customers that it would have.';
COMMENT ON COLUMN deliver.approvals.added IS 'Customers that are new to it.';
COMMENT ON COLUMN deliver.approvals.changed IS 'Customers whose row would be another one than before.';
COMMENT ON COLUMN deliver.approvals.removed IS 'Customers that it would no longer have.';
COMMENT ON COLUMN deliver.approvals.replaced IS 'Of those changed, customers of whom an identifier would go.';
COMMENT ON COLUMN deliver.approvals.refused IS 'Of those removed, customers who refused or were erased.';
COMMENT ON COLUMN deliver.approvals.approved_at IS 'When it was approved.';
COMMENT ON COLUMN deliver.approvals.approved_by IS 'Who approved it: a user of the machine, or the name that was given.';
COMMENT ON COLUMN deliver.approvals.reason IS 'Why, in the words of the approver; null if none was given.';
CREATE TABLE deliver.changes (
    night date NOT NULL,
    destination text NOT NULL,
    audience text NOT NULL,
    since date,
    customers_before bigint NOT NULL,
    customers bigint NOT NULL,
    added bigint NOT NULL,
    changed bigint NOT NULL,
    removed bigint NOT NULL,
    replaced bigint NOT NULL,
    refused bigint NOT NULL,
    is_declared boolean NOT NULL,
    stopped_for text
);
COMMENT ON TABLE deliver.changes IS 'One row per night, destination and audience that was to go there: what its extract changes there.';
COMMENT ON COLUMN deliver.changes.night IS 'The business date.';
COMMENT ON COLUMN deliver.changes.destination IS 'Channel with its file format.';
COMMENT ON COLUMN deliver.changes.audience IS 'Name of the audience.';
COMMENT ON COLUMN deliver.changes.since IS 'The night confirmed before, against which is compared; null where there is none.';
COMMENT ON COLUMN deliver.changes.customers_before IS 'Customers that the destination had.';
COMMENT ON COLUMN deliver.changes.customers IS 'Customers that it has after this night.';
COMMENT ON COLUMN deliver.changes.added IS 'Customers that are new to it.';
COMMENT ON COLUMN deliver.changes.changed IS 'Customers whose row is another one than before.';
COMMENT ON COLUMN deliver.changes.removed IS 'Customers that it had and no longer has.';
COMMENT ON COLUMN deliver.changes.replaced IS 'Of those changed, customers of whom an identifier is no longer there.';
COMMENT ON COLUMN deliver.changes.refused IS 'Of those removed, customers who refused or were erased: they are removed even if the rest waits.';
COMMENT ON COLUMN deliver.changes.is_declared IS 'Whether the audience is in the settings; if not, the destination loses all its members.';
COMMENT ON COLUMN deliver.changes.stopped_for IS 'Why the change waits for an approval; null where it does not.';
CREATE TABLE deliver.exports (
    export_id bigint NOT NULL,
    action text NOT NULL,
    night date NOT NULL,
    revision integer NOT NULL,
    audience text NOT NULL,
    destination text NOT NULL,
    place text NOT NULL,
    path text NOT NULL,
    mode text,
    lines bigint NOT NULL,
    bytes bigint NOT NULL,
    content_hash text NOT NULL,
    expires_on date NOT NULL,
    exported_by text NOT NULL,
    database_role text DEFAULT SESSION_USER NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT exports_action_check CHECK ((action = ANY (ARRAY['delivered'::text, 'purged'::text, 'withdrawn'::text])))
);
COMMENT ON TABLE deliver.exports IS 'One row per file that was delivered, and one more per file that was removed. Append-only.';
COMMENT ON COLUMN deliver.exports.export_id IS 'Number of the row, in the order of the rows.';
COMMENT ON COLUMN deliver.exports.action IS 'delivered: the file was read back from the place and is whole; purged: it was removed from there after its time; withdrawn: it was removed from there because a person in it was erased.';
COMMENT ON COLUMN deliver.exports.night IS 'The business date.';
COMMENT ON COLUMN deliver.exports.revision IS 'Revision of the night that delivered it.';
COMMENT ON COLUMN deliver.exports.audience IS 'Name of the audience.';
COMMENT ON COLUMN deliver.exports.destination IS 'Channel with its file format.';
COMMENT ON COLUMN deliver.exports.place IS 'Folder, server or bucket to which the file went.';
COMMENT ON COLUMN deliver.exports.path IS 'Name of the file below the place.';
COMMENT ON COLUMN deliver.exports.mode IS 'What the file holds: full, adds, removes or changes; copy for the full file under a name that stays; null for manifest and marker.';
COMMENT ON COLUMN deliver.exports.lines IS 'Customers in the file; 0 for manifest and marker.';
COMMENT ON COLUMN deliver.exports.bytes IS 'Size of the file.';
COMMENT ON COLUMN deliver.exports.content_hash IS 'SHA-256 of the file, lower-case hex.';
COMMENT ON COLUMN deliver.exports.expires_on IS 'First day on which a purge removes the file.';
COMMENT ON COLUMN deliver.exports.exported_by IS 'User of the machine that ran Nightjar.';
COMMENT ON COLUMN deliver.exports.database_role IS 'Role with which Nightjar was connected.';
COMMENT ON COLUMN deliver.exports.recorded_at IS 'When the row was added.';
ALTER TABLE deliver.exports ALTER COLUMN export_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME deliver.exports_export_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE deliver.extracts (
    night date NOT NULL,
    destination text NOT NULL,
    audience text NOT NULL,
    path text NOT NULL,
    bytes bigint NOT NULL,
    lines bigint NOT NULL,
    content_hash text NOT NULL,
    delivered_at timestamp with time zone,
    revision integer NOT NULL,
    warnings text[] DEFAULT '{}'::text[] NOT NULL
);
COMMENT ON TABLE deliver.extracts IS 'One row per extract.';
COMMENT ON COLUMN deliver.extracts.night IS 'The business date.';
COMMENT ON COLUMN deliver.extracts.destination IS 'Channel with its file format.';
COMMENT ON COLUMN deliver.extracts.audience IS 'Name of the audience.';
COMMENT ON COLUMN deliver.extracts.path IS 'Where its first file is, below the place of the deliveries.';
COMMENT ON COLUMN deliver.extracts.bytes IS 'Size of the extract.';
COMMENT ON COLUMN deliver.extracts.lines IS 'Customers in the extract.';
COMMENT ON COLUMN deliver.extracts.content_hash IS 'SHA-256 of the extract, lower-case hex.';
COMMENT ON COLUMN deliver.extracts.delivered_at IS 'When its marker was delivered, or its last file if it has none; null until then, and if it was withheld.';
COMMENT ON COLUMN deliver.extracts.revision IS 'Revision of the night that was delivered.';
COMMENT ON COLUMN deliver.extracts.warnings IS 'What people are to know of it, such as that the destination takes no list of so few people.';
CREATE TABLE deliver.sent_rows (
    destination text NOT NULL,
    audience text NOT NULL,
    customer_key text NOT NULL,
    sent_on date NOT NULL,
    removed_on date,
    fingerprint bytea NOT NULL,
    cells text[] NOT NULL
);
COMMENT ON TABLE deliver.sent_rows IS 'One row per destination, audience and row that is there, or that the newest confirmed night took away.';
COMMENT ON COLUMN deliver.sent_rows.destination IS 'Channel with its file format.';
COMMENT ON COLUMN deliver.sent_rows.audience IS 'Name of the audience.';
COMMENT ON COLUMN deliver.sent_rows.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN deliver.sent_rows.sent_on IS 'Night in which the row was sent.';
COMMENT ON COLUMN deliver.sent_rows.removed_on IS 'Night in which it was taken away, or another row of the customer sent; null while it is there.';
COMMENT ON COLUMN deliver.sent_rows.fingerprint IS 'PII. First 16 bytes of the SHA-256 of the cells that are compared; empty of an erased customer.';
COMMENT ON COLUMN deliver.sent_rows.cells IS 'PII. The row as it went out, hashed where the destination takes hashes; of an erased customer, what the destination needs to remove the row.';
CREATE TABLE deliver.states (
    destination text NOT NULL,
    audience text NOT NULL,
    night date NOT NULL,
    customers bigint NOT NULL,
    columns text[] NOT NULL,
    previous_night date,
    previous_customers bigint
);
COMMENT ON TABLE deliver.states IS 'One row per destination and audience of which a delivery was confirmed.';
COMMENT ON COLUMN deliver.states.destination IS 'Channel with its file format.';
COMMENT ON COLUMN deliver.states.audience IS 'Name of the audience.';
COMMENT ON COLUMN deliver.states.night IS 'The newest night whose delivery was confirmed.';
COMMENT ON COLUMN deliver.states.customers IS 'Customers who were sent in that night, those who had not changed among them.';
COMMENT ON COLUMN deliver.states.columns IS 'What the cells of deliver.sent_rows hold, in their order: fields of a customer, hashed or not, or constants.';
COMMENT ON COLUMN deliver.states.previous_night IS 'The night confirmed before it; null where it was the first.';
COMMENT ON COLUMN deliver.states.previous_customers IS 'Customers who were sent in the night before.';
CREATE TABLE deliver.withdrawals (
    destination text NOT NULL,
    place text NOT NULL,
    audience text NOT NULL,
    first_night date NOT NULL,
    last_night date NOT NULL,
    last_export_id bigint NOT NULL,
    extracts integer NOT NULL,
    problem text
);
COMMENT ON TABLE deliver.withdrawals IS 'One row per destination, place, audience and first night of extracts that are still to be withdrawn, because a person in them was erased.';
COMMENT ON COLUMN deliver.withdrawals.destination IS 'Channel with its file format.';
COMMENT ON COLUMN deliver.withdrawals.place IS 'Folder, server or bucket to which the extracts were delivered.';
COMMENT ON COLUMN deliver.withdrawals.audience IS 'Name of the audience.';
COMMENT ON COLUMN deliver.withdrawals.first_night IS 'Business date of the first of the extracts.';
COMMENT ON COLUMN deliver.withdrawals.last_night IS 'Business date of the last of the extracts.';
COMMENT ON COLUMN deliver.withdrawals.last_export_id IS 'The newest row of deliver.exports at the erasure; files delivered later are without the person, and stay.';
COMMENT ON COLUMN deliver.withdrawals.extracts IS 'Number of the extracts at the erasure.';
COMMENT ON COLUMN deliver.withdrawals.problem IS 'Why the last attempt failed; null before the first.';
CREATE TABLE forecast.customers (
    night date NOT NULL,
    customer_key text NOT NULL,
    repeat_days integer NOT NULL,
    first_ordered_on date NOT NULL,
    last_ordered_on date NOT NULL,
    repeat_value numeric NOT NULL,
    probability_alive numeric NOT NULL,
    expected_orders_90 numeric NOT NULL,
    expected_orders_365 numeric NOT NULL,
    expected_order_value numeric,
    expected_value_90 numeric,
    expected_value_365 numeric
);
COMMENT ON TABLE forecast.customers IS 'One row per customer with an order, for the last published night and the one after it.';
COMMENT ON COLUMN forecast.customers.night IS 'The business date.';
COMMENT ON COLUMN forecast.customers.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN forecast.customers.repeat_days IS 'Days with an order after the first day with one.';
COMMENT ON COLUMN forecast.customers.first_ordered_on IS 'Day of the first order.';
COMMENT ON COLUMN forecast.customers.last_ordered_on IS 'Day of the last order.';
COMMENT ON COLUMN forecast.customers.repeat_value IS 'Value less returns after the day of the first order, in the business currency.';
COMMENT ON COLUMN forecast.customers.probability_alive IS 'Probability that the customer has not stopped buying, 0 to 1.';
COMMENT ON COLUMN forecast.customers.expected_orders_90 IS 'Expected number of days with an order in the 90 days after the night.';
COMMENT ON COLUMN forecast.customers.expected_orders_365 IS 'Expected number of days with an order in the 365 days after the night.';
COMMENT ON COLUMN forecast.customers.expected_order_value IS 'Expected value of such a day, in the business currency; null where values are not forecast.';
COMMENT ON COLUMN forecast.customers.expected_value_90 IS 'Expected value in the 90 days after the night, in the business currency; null where values are not forecast.';
COMMENT ON COLUMN forecast.customers.expected_value_365 IS 'Expected value in the 365 days after the night, in the business currency; null where values are not forecast.';
CREATE TABLE forecast.nights (
    night date NOT NULL,
    customers bigint NOT NULL,
    repeat_buyers bigint NOT NULL,
    r double precision,
    alpha double precision,
    a double precision,
    b double precision,
    log_likelihood double precision,
    p double precision,
    q double precision,
    v double precision,
    value_log_likelihood double precision,
    problem text
);
COMMENT ON TABLE forecast.nights IS 'One row per night: the models of purchases and of their value.';
COMMENT ON COLUMN forecast.nights.night IS 'The business date.';
COMMENT ON COLUMN forecast.nights.customers IS 'Customers with an order up to the night.';
COMMENT ON COLUMN forecast.nights.repeat_buyers IS 'Customers with orders on more than one day.';
COMMENT ON COLUMN forecast.nights.r IS 'BG/NBD: shape of the purchase rates; null where the night has no forecast.';
COMMENT ON COLUMN forecast.nights.alpha IS 'BG/NBD: scale of the purchase rates, in weeks; null where the night has no forecast.';
COMMENT ON COLUMN forecast.nights.a IS 'BG/NBD: first parameter of the probability to stop after a purchase; null where the night has no forecast.';
COMMENT ON COLUMN forecast.nights.b IS 'BG/NBD: second parameter of the probability to stop after a purchase; null where the night has no forecast.';
COMMENT ON COLUMN forecast.nights.log_likelihood IS 'BG/NBD: logarithm of the likelihood of all customers; null where the night has no forecast.';
COMMENT ON COLUMN forecast.nights.p IS 'Gamma-gamma: shape of the values of one customer; null where values are not forecast.';
COMMENT ON COLUMN forecast.nights.q IS 'Gamma-gamma: shape of the mean values among customers; null where values are not forecast.';
COMMENT ON COLUMN forecast.nights.v IS 'Gamma-gamma: scale, in the business currency; null where values are not forecast.';
COMMENT ON COLUMN forecast.nights.value_log_likelihood IS 'Gamma-gamma: logarithm of the likelihood of all repeat buyers; null where values are not forecast.';
COMMENT ON COLUMN forecast.nights.problem IS 'Why the night has no forecast, or none of values; null where it has both.';
CREATE TABLE ingest.customer_records (
    file_id bigint NOT NULL,
    line_number bigint NOT NULL,
    customer_key text NOT NULL,
    updated_at timestamp without time zone,
    first_name text,
    last_name text,
    email text,
    phone text,
    country text,
    city text,
    has_consent boolean,
    is_opted_out boolean,
    consents jsonb,
    is_erased boolean DEFAULT false NOT NULL,
    state text,
    zip text,
    birth_date text,
    identities text[],
    is_rejected boolean DEFAULT false NOT NULL,
    address text,
    address_2 text,
    gender text
);
COMMENT ON TABLE ingest.customer_records IS 'One row per accepted line of a customers file, and per reject that names a customer and refuses something.';
COMMENT ON COLUMN ingest.customer_records.file_id IS 'The landing file.';
COMMENT ON COLUMN ingest.customer_records.line_number IS 'Line in the file at which the record starts, the header being line 1.';
COMMENT ON COLUMN ingest.customer_records.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN ingest.customer_records.updated_at IS 'When the record was last changed, in the business time zone; the latest wins.';
COMMENT ON COLUMN ingest.customer_records.first_name IS 'PII. First name.';
COMMENT ON COLUMN ingest.customer_records.last_name IS 'PII. Last name.';
COMMENT ON COLUMN ingest.customer_records.email IS 'PII. E-mail address as it arrived.';
COMMENT ON COLUMN ingest.customer_records.phone IS 'PII. Phone number as it arrived.';
COMMENT ON COLUMN ingest.customer_records.country IS 'Country of residence.';
COMMENT ON COLUMN ingest.customer_records.city IS 'PII. City of residence.';
COMMENT ON COLUMN ingest.customer_records.has_consent IS 'Whether the customer agreed to marketing; null if unknown.';
COMMENT ON COLUMN ingest.customer_records.is_opted_out IS 'Whether the customer refused all marketing; null if unknown.';
COMMENT ON COLUMN ingest.customer_records.consents IS 'Whether the customer agreed to each purpose that the source tells apart; null for none.';
COMMENT ON COLUMN ingest.customer_records.is_erased IS 'Whether the line had an e-mail address or phone number of an erased person; then it is left without name, address, number and city.';
COMMENT ON COLUMN ingest.customer_records.state IS 'PII. State or province of residence, as it arrived.';
COMMENT ON COLUMN ingest.customer_records.zip IS 'PII. Postal code, as it arrived.';
COMMENT ON COLUMN ingest.customer_records.birth_date IS 'PII. Day of birth, as it arrived.';
COMMENT ON COLUMN ingest.customer_records.identities IS 'PII. Identities of e-mail address and phone number, by which people are compared; null for none.';
COMMENT ON COLUMN ingest.customer_records.is_rejected IS 'Whether the line is a reject. Then only what it refuses counts; a refusal that cannot be read is one.';
COMMENT ON COLUMN ingest.customer_records.address IS 'PII. First line of the address, as it arrived.';
COMMENT ON COLUMN ingest.customer_records.address_2 IS 'PII. Second line of the address, as it arrived.';
COMMENT ON COLUMN ingest.customer_records.gender IS 'PII. Gender, as it arrived.';
CREATE TABLE ingest.files (
    file_id bigint NOT NULL,
    source text NOT NULL,
    name text NOT NULL,
    content_hash text NOT NULL,
    bytes bigint NOT NULL,
    landing_path text NOT NULL,
    night date NOT NULL,
    landed_at timestamp with time zone NOT NULL,
    verdict text NOT NULL,
    reason text,
    line_number bigint,
    lines_read bigint,
    lines_loaded bigint,
    lines_rejected bigint,
    layout text,
    columns text[],
    replaced_by bigint,
    is_withheld boolean DEFAULT false NOT NULL,
    latest_day date,
    notes text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT files_verdict_check CHECK ((verdict = ANY (ARRAY['landed'::text, 'loaded'::text, 'replaced'::text, 'duplicate'::text, 'quarantined'::text])))
);
COMMENT ON TABLE ingest.files IS 'One row per file that landed: the file ledger.';
COMMENT ON COLUMN ingest.files.file_id IS 'Key of the landing file.';
COMMENT ON COLUMN ingest.files.source IS 'Source whose pattern the file matched.';
COMMENT ON COLUMN ingest.files.name IS 'Name under which the file arrived.';
COMMENT ON COLUMN ingest.files.content_hash IS 'SHA-256 of the bytes as they arrived, lower-case hex.';
COMMENT ON COLUMN ingest.files.bytes IS 'Size as it arrived.';
COMMENT ON COLUMN ingest.files.landing_path IS 'Where the file lies, below the landing folder.';
COMMENT ON COLUMN ingest.files.night IS 'Business date of the night in which the file landed.';
COMMENT ON COLUMN ingest.files.landed_at IS 'When the file landed.';
COMMENT ON COLUMN ingest.files.verdict IS 'landed (not yet read), loaded, replaced (by a later file of its name), duplicate (same content as a loaded file) or quarantined.';
COMMENT ON COLUMN ingest.files.reason IS 'Why the file is quarantined.';
COMMENT ON COLUMN ingest.files.line_number IS 'Line at which reading a quarantined file ended; null where no line was at fault.';
COMMENT ON COLUMN ingest.files.lines_read IS 'Data lines read, the header not counted.';
COMMENT ON COLUMN ingest.files.lines_loaded IS 'Lines that became rows.';
COMMENT ON COLUMN ingest.files.lines_rejected IS 'Lines that became rejects.';
COMMENT ON COLUMN ingest.files.layout IS 'How the file is written, as declared or detected; null where it was not read.';
COMMENT ON COLUMN ingest.files.columns IS 'Names of the file''s columns; null where it is not loaded.';
COMMENT ON COLUMN ingest.files.replaced_by IS 'The later file of the same name whose content counts instead; null for none.';
COMMENT ON COLUMN ingest.files.is_withheld IS 'Whether an erased person was in the file: then it is removed from the landing folder.';
COMMENT ON COLUMN ingest.files.latest_day IS 'Latest day of the lines of a file of orders, days after its landing left out. Of two files with the same order, the one with the later day is newer. Null where no line has one.';
COMMENT ON COLUMN ingest.files.notes IS 'What the night says about a loaded file.';
ALTER TABLE ingest.files ALTER COLUMN file_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME ingest.files_file_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE ingest.order_lines (
    file_id bigint NOT NULL,
    line_number bigint NOT NULL,
    order_number text,
    customer_key text,
    ordered_at timestamp without time zone NOT NULL,
    product_code text,
    quantity numeric DEFAULT 1 NOT NULL,
    unit_price numeric NOT NULL,
    status text,
    country text,
    attributes jsonb,
    refunded numeric,
    line_id text
);
COMMENT ON TABLE ingest.order_lines IS 'One row per accepted line of an order-lines file, or per order of an orders file.';
COMMENT ON COLUMN ingest.order_lines.file_id IS 'The landing file.';
COMMENT ON COLUMN ingest.order_lines.line_number IS 'Line in the file at which the record starts, the header being line 1.';
COMMENT ON COLUMN ingest.order_lines.order_number IS 'Number of the order in its source; null where the file has none and each of its lines is an order.';
COMMENT ON COLUMN ingest.order_lines.customer_key IS 'PII. Key of the customer; null where the order names none.';
COMMENT ON COLUMN ingest.order_lines.ordered_at IS 'When it was ordered (or returned), in the business time zone.';
COMMENT ON COLUMN ingest.order_lines.product_code IS 'Code of the product.';
COMMENT ON COLUMN ingest.order_lines.quantity IS 'Units, negative where they came back; 1 for the total of an order.';
COMMENT ON COLUMN ingest.order_lines.unit_price IS 'Price of one unit, or the total of the order, in the business currency.';
COMMENT ON COLUMN ingest.order_lines.status IS 'Status of the line in its source.';
COMMENT ON COLUMN ingest.order_lines.country IS 'Country of the order.';
COMMENT ON COLUMN ingest.order_lines.attributes IS 'Further values of the order by name, such as payment method or channel; null for none.';
COMMENT ON COLUMN ingest.order_lines.refunded IS 'How much of the line''s amount was given back, in the business currency; null for nothing.';
COMMENT ON COLUMN ingest.order_lines.line_id IS 'Id of the line in its source; null for none.';
CREATE TABLE ingest.rejects (
    file_id bigint NOT NULL,
    line_number bigint NOT NULL,
    column_name text,
    reason text NOT NULL,
    cells text[] DEFAULT '{}'::text[] NOT NULL
);
COMMENT ON TABLE ingest.rejects IS 'One row per line that could not be read: its first fault.';
COMMENT ON COLUMN ingest.rejects.file_id IS 'The landing file.';
COMMENT ON COLUMN ingest.rejects.line_number IS 'Line in the file at which the record starts, the header being line 1.';
COMMENT ON COLUMN ingest.rejects.column_name IS 'Column at fault, as the file names it; null where the whole line is.';
COMMENT ON COLUMN ingest.rejects.reason IS 'Code of what is wrong.';
COMMENT ON COLUMN ingest.rejects.cells IS 'PII. The texts of the line as they came, to be mended and sent again.';
CREATE TABLE ingest.sources (
    source text NOT NULL,
    feed text NOT NULL,
    returns text NOT NULL,
    return_prefix text,
    return_statuses text[] NOT NULL,
    is_negative_quantity_return boolean NOT NULL,
    kept_statuses text[] NOT NULL,
    duplicates text NOT NULL,
    zone text NOT NULL,
    is_required boolean DEFAULT false NOT NULL,
    expected_by time without time zone,
    has_country boolean DEFAULT true NOT NULL,
    has_attributes boolean DEFAULT true NOT NULL,
    is_free_line_counted boolean DEFAULT false NOT NULL,
    has_line_ids boolean DEFAULT false NOT NULL,
    has_refunds boolean DEFAULT false NOT NULL,
    is_total_once boolean DEFAULT false NOT NULL,
    is_refund_once boolean DEFAULT false NOT NULL,
    CONSTRAINT sources_duplicates_check CHECK ((duplicates = ANY (ARRAY['newest-file'::text, 'keep'::text, 'drop-identical'::text, 'by-key'::text]))),
    CONSTRAINT sources_feed_check CHECK ((feed = ANY (ARRAY['order-lines'::text, 'orders'::text, 'customers'::text, 'suppressions'::text, 'mended-rejects'::text]))),
    CONSTRAINT sources_returns_check CHECK ((returns = ANY (ARRAY['net'::text, 'ignore'::text])))
);
COMMENT ON TABLE ingest.sources IS 'One row per source, as configured for the last night that ran.';
COMMENT ON COLUMN ingest.sources.source IS 'Name of the source.';
COMMENT ON COLUMN ingest.sources.feed IS 'What the files carry: order-lines, orders, customers, suppressions or mended-rejects.';
COMMENT ON COLUMN ingest.sources.returns IS 'Policy for returns: net lowers the monetary value, ignore leaves the lines out.';
COMMENT ON COLUMN ingest.sources.return_prefix IS 'An order number that begins so is a return; null for none.';
COMMENT ON COLUMN ingest.sources.return_statuses IS 'Statuses that mark a line as a return.';
COMMENT ON COLUMN ingest.sources.is_negative_quantity_return IS 'Whether a negative quantity, or the negative total of an order, marks a return.';
COMMENT ON COLUMN ingest.sources.kept_statuses IS 'Statuses of lines that count; empty where every status counts.';
COMMENT ON COLUMN ingest.sources.duplicates IS 'Policy for repeated lines: newest-file (the newest file with an order has all its lines that count), keep, drop-identical, or by-key (the last line of an order and product, or line id, counts).';
COMMENT ON COLUMN ingest.sources.zone IS 'Time zone of the timestamps in the files.';
COMMENT ON COLUMN ingest.sources.is_required IS 'Whether a night fails without a file of the source.';
COMMENT ON COLUMN ingest.sources.expected_by IS 'Time of the business day after the night by which a file is expected; null where none is.';
COMMENT ON COLUMN ingest.sources.has_country IS 'Whether the lines carry a country.';
COMMENT ON COLUMN ingest.sources.has_attributes IS 'Whether the lines carry further values by name.';
COMMENT ON COLUMN ingest.sources.is_free_line_counted IS 'Whether a line worth nothing is kept, and an order of nothing else counts.';
COMMENT ON COLUMN ingest.sources.has_line_ids IS 'Whether the lines have ids of their own.';
COMMENT ON COLUMN ingest.sources.has_refunds IS 'Whether the lines say how much of their amount was given back.';
COMMENT ON COLUMN ingest.sources.is_total_once IS 'Whether the lines of an order repeat its total, which counts once.';
COMMENT ON COLUMN ingest.sources.is_refund_once IS 'Whether the lines of an order repeat what was given back of it, which counts once.';
CREATE TABLE ingest.suppressions (
    file_id bigint NOT NULL,
    line_number bigint NOT NULL,
    customer_key text,
    email text,
    phone text,
    suppressed_at timestamp without time zone,
    channel text,
    channels text[],
    identities text[]
);
COMMENT ON TABLE ingest.suppressions IS 'One row per line of a suppressions file that names somebody, rejects among them, and per reject of a customers file that refuses marketing and names no customer: somebody who refused all marketing, or that of some channels. A replaced file''s lines still hold.';
COMMENT ON COLUMN ingest.suppressions.file_id IS 'The landing file.';
COMMENT ON COLUMN ingest.suppressions.line_number IS 'Line in the file at which the record starts, the first being 1.';
COMMENT ON COLUMN ingest.suppressions.customer_key IS 'PII. Key of the customer; null where the line names none.';
COMMENT ON COLUMN ingest.suppressions.email IS 'PII. E-mail address as it arrived.';
COMMENT ON COLUMN ingest.suppressions.phone IS 'PII. Phone number as it arrived.';
COMMENT ON COLUMN ingest.suppressions.suppressed_at IS 'When the refusal was given, in the business time zone.';
COMMENT ON COLUMN ingest.suppressions.channel IS 'The channels that are refused, as they arrived; null for none.';
COMMENT ON COLUMN ingest.suppressions.channels IS 'The channels that are refused; empty if all are, null if the file names none or one that is unknown, which refuses all as well.';
COMMENT ON COLUMN ingest.suppressions.identities IS 'PII. Identities of e-mail address and phone number, by which people are compared; null for none.';
CREATE TABLE operations.gate_approvals (
    approval_id bigint NOT NULL,
    night date NOT NULL,
    gate text NOT NULL,
    subject text NOT NULL,
    value numeric,
    reason text NOT NULL,
    approved_by text NOT NULL,
    database_role text DEFAULT SESSION_USER NOT NULL,
    approved_at timestamp with time zone NOT NULL,
    CONSTRAINT gate_approvals_reason_check CHECK ((reason <> ''::text))
);
COMMENT ON TABLE operations.gate_approvals IS 'One row per approval of one result of a gate. Rows are added and never changed.';
COMMENT ON COLUMN operations.gate_approvals.approval_id IS 'Key of the approval; the higher came later.';
COMMENT ON COLUMN operations.gate_approvals.night IS 'The business date.';
COMMENT ON COLUMN operations.gate_approvals.gate IS 'Name of the gate.';
COMMENT ON COLUMN operations.gate_approvals.subject IS 'The source, segment or audience; empty where the gate measures the whole night.';
COMMENT ON COLUMN operations.gate_approvals.value IS 'The value that was approved; another one needs another approval.';
COMMENT ON COLUMN operations.gate_approvals.reason IS 'Why it may pass, in the words of the approver.';
COMMENT ON COLUMN operations.gate_approvals.approved_by IS 'Name of the approver, as the command gave it.';
COMMENT ON COLUMN operations.gate_approvals.database_role IS 'Role of the database session that approved.';
COMMENT ON COLUMN operations.gate_approvals.approved_at IS 'When it was approved.';
ALTER TABLE operations.gate_approvals ALTER COLUMN approval_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME operations.gate_approvals_approval_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE operations.gate_results (
    night date NOT NULL,
    gate text NOT NULL,
    subject text DEFAULT ''::text NOT NULL,
    kind text NOT NULL,
    revision integer NOT NULL,
    value numeric,
    verdict text NOT NULL,
    finding text NOT NULL,
    measured_at timestamp with time zone NOT NULL,
    CONSTRAINT gate_results_kind_check CHECK ((kind = ANY (ARRAY['check'::text, 'gate'::text]))),
    CONSTRAINT gate_results_verdict_check CHECK ((verdict = ANY (ARRAY['passed'::text, 'warned'::text, 'stopped'::text, 'approved'::text, 'not-judged'::text])))
);
COMMENT ON TABLE operations.gate_results IS 'One row per night, gate and subject: its last result.';
COMMENT ON COLUMN operations.gate_results.night IS 'The business date.';
COMMENT ON COLUMN operations.gate_results.gate IS 'Name of the gate in the settings, or of the file in db/checks.';
COMMENT ON COLUMN operations.gate_results.subject IS 'The source, segment or audience that was measured; empty where the gate measures the whole night.';
COMMENT ON COLUMN operations.gate_results.kind IS 'check (a file of db/checks) or gate (declared in the settings).';
COMMENT ON COLUMN operations.gate_results.revision IS 'Revision of the night that was measured.';
COMMENT ON COLUMN operations.gate_results.value IS 'What was measured, in the unit of its measure; null where nothing could be.';
COMMENT ON COLUMN operations.gate_results.verdict IS 'passed, warned, stopped (the night waits), approved (it would have stopped, and somebody let it pass) or not-judged (too little history, or too few rows).';
COMMENT ON COLUMN operations.gate_results.finding IS 'The result in one line, without values of customers.';
COMMENT ON COLUMN operations.gate_results.measured_at IS 'When it was measured.';
CREATE SEQUENCE orders.builds
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE orders.customers (
    customer_key text NOT NULL,
    first_name text,
    last_name text,
    email text,
    phone text,
    country text,
    city text,
    has_consent boolean,
    is_opted_out boolean NOT NULL,
    attributes jsonb,
    build bigint NOT NULL,
    consents jsonb,
    is_erased boolean DEFAULT false NOT NULL,
    state text,
    zip text,
    birth_date text,
    has_opted_out boolean DEFAULT false NOT NULL,
    address text,
    address_2 text,
    gender text
);
COMMENT ON TABLE orders.customers IS 'One row per customer named by a customers file or an order line.';
COMMENT ON COLUMN orders.customers.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN orders.customers.first_name IS 'PII. First name.';
COMMENT ON COLUMN orders.customers.last_name IS 'PII. Last name.';
COMMENT ON COLUMN orders.customers.email IS 'PII. E-mail address as it arrived.';
COMMENT ON COLUMN orders.customers.phone IS 'PII. Phone number as it arrived.';
COMMENT ON COLUMN orders.customers.country IS 'Country of residence, else of the latest order.';
COMMENT ON COLUMN orders.customers.city IS 'PII. City of residence.';
COMMENT ON COLUMN orders.customers.has_consent IS 'Whether the customer agreed to marketing, for all purposes without an answer of their own; null if unknown.';
COMMENT ON COLUMN orders.customers.is_opted_out IS 'Whether the customer, or somebody with an identity of the customer, refused all marketing.';
COMMENT ON COLUMN orders.customers.attributes IS 'Further values of the latest order by name; null for none.';
COMMENT ON COLUMN orders.customers.build IS 'Counts on with every run of the stage: the one in which the customer''s orders last changed.';
COMMENT ON COLUMN orders.customers.consents IS 'Whether the customer agreed to a purpose, by purpose; null for none.';
COMMENT ON COLUMN orders.customers.is_erased IS 'Whether the customer was erased, or ever had an e-mail address or phone number of somebody who was.';
COMMENT ON COLUMN orders.customers.state IS 'PII. State or province of residence, as it arrived.';
COMMENT ON COLUMN orders.customers.zip IS 'PII. Postal code, as it arrived.';
COMMENT ON COLUMN orders.customers.birth_date IS 'PII. Day of birth, as it arrived.';
COMMENT ON COLUMN orders.customers.has_opted_out IS 'Whether the customer''s own records refuse all marketing.';
COMMENT ON COLUMN orders.customers.address IS 'PII. First line of the address, as it arrived.';
COMMENT ON COLUMN orders.customers.address_2 IS 'PII. Second line of the address, as it arrived.';
COMMENT ON COLUMN orders.customers.gender IS 'PII. Gender, as it arrived.';
CREATE TABLE orders.file_outcomes (
    file_id bigint NOT NULL,
    outcome text NOT NULL,
    lines bigint NOT NULL
);
COMMENT ON TABLE orders.file_outcomes IS 'One row per loaded file and outcome of its lines, as of the last night.';
COMMENT ON COLUMN orders.file_outcomes.file_id IS 'The landing file.';
COMMENT ON COLUMN orders.file_outcomes.outcome IS 'kept, or the reason why the lines are left out.';
COMMENT ON COLUMN orders.file_outcomes.lines IS 'Lines with that outcome.';
CREATE TABLE orders.files (
    file_id bigint NOT NULL,
    source text NOT NULL,
    night date NOT NULL,
    policy text NOT NULL,
    lines_loaded bigint NOT NULL,
    last_day date
);
COMMENT ON TABLE orders.files IS 'One row per loaded file whose lines are in the orders or customers.';
COMMENT ON COLUMN orders.files.file_id IS 'The landing file.';
COMMENT ON COLUMN orders.files.source IS 'Source of the file.';
COMMENT ON COLUMN orders.files.night IS 'Night as of which its lines were read.';
COMMENT ON COLUMN orders.files.policy IS 'The policy of its source, as it was read.';
COMMENT ON COLUMN orders.files.lines_loaded IS 'Lines that it had; mended rejects raise the number in the file ledger.';
COMMENT ON COLUMN orders.files.last_day IS 'Day of its latest line; null where it has none.';
CREATE TABLE orders.identities (
    identity text NOT NULL COLLATE pg_catalog."C",
    customer_key text NOT NULL COLLATE pg_catalog."C",
    is_national boolean NOT NULL,
    is_shared boolean NOT NULL
);
COMMENT ON TABLE orders.identities IS 'One row per customer and identity that any record of the customer ever had: two customers with one in common can be the same person. Phone numbers that are both of a known country must have the whole number in common.';
COMMENT ON COLUMN orders.identities.identity IS 'PII. Kind and value: customer:, email:, phone: (E.164), or number: (without the country code).';
COMMENT ON COLUMN orders.identities.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN orders.identities.is_national IS 'Whether a number without country code is of a known country.';
COMMENT ON COLUMN orders.identities.is_shared IS 'Whether other customers have the value too.';
CREATE TABLE orders.line_outcomes (
    night date NOT NULL,
    source text NOT NULL,
    outcome text NOT NULL,
    lines bigint NOT NULL
);
COMMENT ON TABLE orders.line_outcomes IS 'One row per night, source and outcome; the lines of a source add up to the lines read.';
COMMENT ON COLUMN orders.line_outcomes.night IS 'The business date.';
COMMENT ON COLUMN orders.line_outcomes.source IS 'Source of the lines.';
COMMENT ON COLUMN orders.line_outcomes.outcome IS 'kept, rejected, or the reason why the line is left out.';
COMMENT ON COLUMN orders.line_outcomes.lines IS 'Lines with that outcome, over all files loaded so far.';
CREATE TABLE orders.order_parts (
    source text NOT NULL,
    order_number text NOT NULL,
    customer_key text,
    file_id bigint NOT NULL,
    booked_on date NOT NULL,
    outcome text NOT NULL,
    is_return boolean NOT NULL,
    first_line bigint,
    last_line bigint,
    lines_count bigint NOT NULL,
    value numeric NOT NULL,
    country text,
    attributes jsonb,
    own_outcome text,
    units numeric DEFAULT 0 NOT NULL,
    is_free boolean DEFAULT false NOT NULL,
    ordered_on date NOT NULL,
    is_order_kept boolean NOT NULL,
    is_order boolean NOT NULL
);
COMMENT ON TABLE orders.order_parts IS 'One row per order, customer, landing file, day and outcome of its lines, returns apart: for most orders one row.';
COMMENT ON COLUMN orders.order_parts.source IS 'Source of the order.';
COMMENT ON COLUMN orders.order_parts.order_number IS 'Number of the order in its source.';
COMMENT ON COLUMN orders.order_parts.customer_key IS 'PII. Key of the customer; null where the lines name none.';
COMMENT ON COLUMN orders.order_parts.file_id IS 'The landing file.';
COMMENT ON COLUMN orders.order_parts.booked_on IS 'Day of the lines.';
COMMENT ON COLUMN orders.order_parts.outcome IS 'kept, or the reason why the lines are left out.';
COMMENT ON COLUMN orders.order_parts.is_return IS 'Whether the lines are returns.';
COMMENT ON COLUMN orders.order_parts.first_line IS 'First of the lines in the file; null where repeated lines all count.';
COMMENT ON COLUMN orders.order_parts.last_line IS 'Last of the lines in the file; null where repeated lines all count.';
COMMENT ON COLUMN orders.order_parts.lines_count IS 'How many lines they are.';
COMMENT ON COLUMN orders.order_parts.value IS 'Their value, negative for returns, in the business currency.';
COMMENT ON COLUMN orders.order_parts.country IS 'Country of the order.';
COMMENT ON COLUMN orders.order_parts.attributes IS 'Further values of the order by name; null for none.';
COMMENT ON COLUMN orders.order_parts.own_outcome IS 'The outcome of the lines if no newer file had the order; null where none has.';
COMMENT ON COLUMN orders.order_parts.units IS 'Pieces: the sum of the lines'' quantities, as they were written.';
COMMENT ON COLUMN orders.order_parts.is_free IS 'Whether every line is worth nothing, and its source counts such lines.';
COMMENT ON COLUMN orders.order_parts.ordered_on IS 'Day for which the whole order counts: of its first line that is not a return, of its first return where there is no other. The day of the lines where they are left out.';
COMMENT ON COLUMN orders.order_parts.is_order_kept IS 'Whether the whole order counts for recency and frequency: it is not a return, and worth more than zero after its returns, or free where its source counts free lines.';
COMMENT ON COLUMN orders.order_parts.is_order IS 'Stands on one part of each order that counts, so that orders can be counted.';
CREATE VIEW orders.orders AS
 SELECT order_parts.source,
    order_parts.order_number,
    order_parts.customer_key,
    order_parts.ordered_on,
    bool_or(order_parts.is_order_kept) AS is_kept,
    (sum(order_parts.lines_count))::bigint AS lines_count,
    sum(order_parts.value) AS net_value
   FROM orders.order_parts
  WHERE (order_parts.outcome = 'kept'::text)
  GROUP BY order_parts.source, order_parts.order_number, order_parts.customer_key, order_parts.ordered_on;
COMMENT ON VIEW orders.orders IS 'One row per order and customer, as known on the date of the last night (a number that two customers share is two orders).';
COMMENT ON COLUMN orders.orders.source IS 'Source of the order.';
COMMENT ON COLUMN orders.orders.order_number IS 'Number of the order in its source.';
COMMENT ON COLUMN orders.orders.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN orders.orders.ordered_on IS 'Day of the first line that is not a return; of the first return where there is no other line.';
COMMENT ON COLUMN orders.orders.is_kept IS 'Whether the order counts for recency and frequency: not a return, and worth more than zero after its returns, or free where its source counts free lines.';
COMMENT ON COLUMN orders.orders.lines_count IS 'Kept lines, returns among them.';
COMMENT ON COLUMN orders.orders.net_value IS 'Value of the kept lines less returns, in the business currency.';
CREATE TABLE orders.refusals (
    customer_key text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    CONSTRAINT refusals_kind_check CHECK ((kind = ANY (ARRAY['all'::text, 'channel'::text, 'purpose'::text])))
);
COMMENT ON TABLE orders.refusals IS 'One row per customer and marketing that the customer refused, or that somebody with an identity of the customer refused.';
COMMENT ON COLUMN orders.refusals.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN orders.refusals.kind IS 'all marketing, that of a channel, or that for a purpose (only where another customer refused it; a customer''s own consents are in orders.customers).';
COMMENT ON COLUMN orders.refusals.name IS 'The channel or purpose; * for every purpose; empty for all marketing.';
CREATE SEQUENCE pipeline.attempts
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE pipeline.batch_job_execution (
    job_execution_id bigint NOT NULL,
    version bigint,
    job_instance_id bigint NOT NULL,
    create_time timestamp without time zone NOT NULL,
    start_time timestamp without time zone,
    end_time timestamp without time zone,
    status character varying(10),
    exit_code character varying(2500),
    exit_message character varying(2500),
    last_updated timestamp without time zone
);
COMMENT ON TABLE pipeline.batch_job_execution IS 'One row per attempt at a night and revision.';
COMMENT ON COLUMN pipeline.batch_job_execution.job_execution_id IS 'Key of the attempt at the job.';
COMMENT ON COLUMN pipeline.batch_job_execution.version IS 'Optimistic lock.';
COMMENT ON COLUMN pipeline.batch_job_execution.job_instance_id IS 'Key of the job instance.';
COMMENT ON COLUMN pipeline.batch_job_execution.create_time IS 'When the row was created, local to the process.';
COMMENT ON COLUMN pipeline.batch_job_execution.start_time IS 'When the attempt started, local to the process.';
COMMENT ON COLUMN pipeline.batch_job_execution.end_time IS 'When the attempt ended, local to the process.';
COMMENT ON COLUMN pipeline.batch_job_execution.status IS 'Batch status.';
COMMENT ON COLUMN pipeline.batch_job_execution.exit_code IS 'Exit code.';
COMMENT ON COLUMN pipeline.batch_job_execution.exit_message IS 'Exit message.';
COMMENT ON COLUMN pipeline.batch_job_execution.last_updated IS 'When the row was last written, local to the process.';
CREATE TABLE pipeline.batch_job_execution_context (
    job_execution_id bigint NOT NULL,
    short_context character varying(2500) NOT NULL,
    serialized_context text
);
COMMENT ON TABLE pipeline.batch_job_execution_context IS 'One row per attempt at a night: its saved state.';
COMMENT ON COLUMN pipeline.batch_job_execution_context.job_execution_id IS 'Key of the attempt at the job.';
COMMENT ON COLUMN pipeline.batch_job_execution_context.short_context IS 'Saved state, cut short.';
COMMENT ON COLUMN pipeline.batch_job_execution_context.serialized_context IS 'Saved state where it is long.';
CREATE TABLE pipeline.batch_job_execution_params (
    job_execution_id bigint NOT NULL,
    parameter_name character varying(100) NOT NULL,
    parameter_type character varying(100) NOT NULL,
    parameter_value character varying(2500),
    identifying character(1) NOT NULL
);
COMMENT ON TABLE pipeline.batch_job_execution_params IS 'One row per attempt and job parameter.';
COMMENT ON COLUMN pipeline.batch_job_execution_params.job_execution_id IS 'Key of the attempt at the job.';
COMMENT ON COLUMN pipeline.batch_job_execution_params.parameter_name IS 'Name of the parameter.';
COMMENT ON COLUMN pipeline.batch_job_execution_params.parameter_type IS 'Java type of the parameter.';
COMMENT ON COLUMN pipeline.batch_job_execution_params.parameter_value IS 'Value of the parameter.';
COMMENT ON COLUMN pipeline.batch_job_execution_params.identifying IS 'Y where the parameter is part of the job key.';
CREATE SEQUENCE pipeline.batch_job_execution_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE pipeline.batch_job_instance (
    job_instance_id bigint NOT NULL,
    version bigint,
    job_name character varying(100) NOT NULL,
    job_key character varying(32) NOT NULL
);
COMMENT ON TABLE pipeline.batch_job_instance IS 'One row per night and revision, as Spring Batch knows it.';
COMMENT ON COLUMN pipeline.batch_job_instance.job_instance_id IS 'Key of the job instance.';
COMMENT ON COLUMN pipeline.batch_job_instance.version IS 'Optimistic lock.';
COMMENT ON COLUMN pipeline.batch_job_instance.job_name IS 'Name of the job.';
COMMENT ON COLUMN pipeline.batch_job_instance.job_key IS 'Hash of the identifying parameters.';
CREATE SEQUENCE pipeline.batch_job_instance_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE pipeline.batch_step_execution (
    step_execution_id bigint NOT NULL,
    version bigint NOT NULL,
    step_name character varying(100) NOT NULL,
    job_execution_id bigint NOT NULL,
    create_time timestamp without time zone NOT NULL,
    start_time timestamp without time zone,
    end_time timestamp without time zone,
    status character varying(10),
    commit_count bigint,
    read_count bigint,
    filter_count bigint,
    write_count bigint,
    read_skip_count bigint,
    write_skip_count bigint,
    process_skip_count bigint,
    rollback_count bigint,
    exit_code character varying(2500),
    exit_message character varying(2500),
    last_updated timestamp without time zone
);
COMMENT ON TABLE pipeline.batch_step_execution IS 'One row per attempt at a stage.';
COMMENT ON COLUMN pipeline.batch_step_execution.step_execution_id IS 'Key of the attempt at the step.';
COMMENT ON COLUMN pipeline.batch_step_execution.version IS 'Optimistic lock.';
COMMENT ON COLUMN pipeline.batch_step_execution.step_name IS 'Name of the step, a stage.';
COMMENT ON COLUMN pipeline.batch_step_execution.job_execution_id IS 'Key of the attempt at the job.';
COMMENT ON COLUMN pipeline.batch_step_execution.create_time IS 'When the row was created, local to the process.';
COMMENT ON COLUMN pipeline.batch_step_execution.start_time IS 'When the attempt started, local to the process.';
COMMENT ON COLUMN pipeline.batch_step_execution.end_time IS 'When the attempt ended, local to the process.';
COMMENT ON COLUMN pipeline.batch_step_execution.status IS 'Batch status.';
COMMENT ON COLUMN pipeline.batch_step_execution.commit_count IS 'Kept by Spring Batch; tasklets leave it at zero or one.';
COMMENT ON COLUMN pipeline.batch_step_execution.read_count IS 'Kept by Spring Batch; tasklets leave it at zero or one.';
COMMENT ON COLUMN pipeline.batch_step_execution.filter_count IS 'Kept by Spring Batch; tasklets leave it at zero or one.';
COMMENT ON COLUMN pipeline.batch_step_execution.write_count IS 'Kept by Spring Batch; tasklets leave it at zero or one.';
COMMENT ON COLUMN pipeline.batch_step_execution.read_skip_count IS 'Kept by Spring Batch; tasklets leave it at zero or one.';
COMMENT ON COLUMN pipeline.batch_step_execution.write_skip_count IS 'Kept by Spring Batch; tasklets leave it at zero or one.';
COMMENT ON COLUMN pipeline.batch_step_execution.process_skip_count IS 'Kept by Spring Batch; tasklets leave it at zero or one.';
COMMENT ON COLUMN pipeline.batch_step_execution.rollback_count IS 'Kept by Spring Batch; tasklets leave it at zero or one.';
COMMENT ON COLUMN pipeline.batch_step_execution.exit_code IS 'Exit code.';
COMMENT ON COLUMN pipeline.batch_step_execution.exit_message IS 'Exit message.';
COMMENT ON COLUMN pipeline.batch_step_execution.last_updated IS 'When the row was last written, local to the process.';
CREATE TABLE pipeline.batch_step_execution_context (
    step_execution_id bigint NOT NULL,
    short_context character varying(2500) NOT NULL,
    serialized_context text
);
COMMENT ON TABLE pipeline.batch_step_execution_context IS 'One row per attempt at a stage: its saved state.';
COMMENT ON COLUMN pipeline.batch_step_execution_context.step_execution_id IS 'Key of the attempt at the step.';
COMMENT ON COLUMN pipeline.batch_step_execution_context.short_context IS 'Saved state, cut short.';
COMMENT ON COLUMN pipeline.batch_step_execution_context.serialized_context IS 'Saved state where it is long.';
CREATE SEQUENCE pipeline.batch_step_execution_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE pipeline.flyway_schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);
CREATE TABLE pipeline.night_lock (
    is_held boolean NOT NULL
);
COMMENT ON TABLE pipeline.night_lock IS 'Always empty. The session of the night that runs holds the table locked.';
COMMENT ON COLUMN pipeline.night_lock.is_held IS 'Not used.';
CREATE TABLE pipeline.night_turns (
    turn bigint NOT NULL
);
COMMENT ON TABLE pipeline.night_turns IS 'One row per database: the turn of the process that took the lock last.';
COMMENT ON COLUMN pipeline.night_turns.turn IS 'Counts on each time the lock is taken.';
CREATE TABLE pipeline.nights (
    night date NOT NULL,
    revision integer NOT NULL,
    status text NOT NULL,
    settings jsonb NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    CONSTRAINT nights_revision_check CHECK ((revision > 0)),
    CONSTRAINT nights_status_check CHECK ((status = ANY (ARRAY['running'::text, 'failed'::text, 'finished'::text])))
);
COMMENT ON TABLE pipeline.nights IS 'One row per night and revision.';
COMMENT ON COLUMN pipeline.nights.night IS 'The business date.';
COMMENT ON COLUMN pipeline.nights.revision IS '1 for the first run of the night, one more for each explicit --again.';
COMMENT ON COLUMN pipeline.nights.status IS 'running, failed or finished. A night that is running while nobody holds the lock was interrupted.';
COMMENT ON COLUMN pipeline.nights.settings IS 'The effective configuration, secrets masked.';
COMMENT ON COLUMN pipeline.nights.started_at IS 'When the revision was first started.';
COMMENT ON COLUMN pipeline.nights.finished_at IS 'When its last stage finished; null until then.';
CREATE TABLE pipeline.stages (
    night date NOT NULL,
    revision integer NOT NULL,
    stage text NOT NULL,
    attempt bigint NOT NULL,
    status text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    counts jsonb DEFAULT '{}'::jsonb NOT NULL,
    summary text,
    failure_code text,
    CONSTRAINT stages_status_check CHECK ((status = ANY (ARRAY['running'::text, 'failed'::text, 'finished'::text])))
);
COMMENT ON TABLE pipeline.stages IS 'One row per stage of a night and revision: its last attempt.';
COMMENT ON COLUMN pipeline.stages.night IS 'The business date.';
COMMENT ON COLUMN pipeline.stages.revision IS 'Revision of the night.';
COMMENT ON COLUMN pipeline.stages.stage IS 'Name of the stage, as its package and schema.';
COMMENT ON COLUMN pipeline.stages.attempt IS 'Counts on with every start of any stage of any night: what is higher started later, whatever the clock says.';
COMMENT ON COLUMN pipeline.stages.status IS 'running, failed or finished.';
COMMENT ON COLUMN pipeline.stages.started_at IS 'When the last attempt started.';
COMMENT ON COLUMN pipeline.stages.finished_at IS 'When the last attempt ended; null while it runs or when it was killed.';
COMMENT ON COLUMN pipeline.stages.counts IS 'What the stage counted, by name.';
COMMENT ON COLUMN pipeline.stages.summary IS 'The stage''s line in the report, or the message of its failure.';
COMMENT ON COLUMN pipeline.stages.failure_code IS 'Code of the failure, a heading in the runbook; null unless failed.';
CREATE TABLE pipeline.stop_requests (
    turn bigint NOT NULL,
    requested_at timestamp with time zone NOT NULL
);
COMMENT ON TABLE pipeline.stop_requests IS 'One row per turn whose night was asked to stop.';
COMMENT ON COLUMN pipeline.stop_requests.turn IS 'Turn of the process that is asked, in pipeline.night_turns.';
COMMENT ON COLUMN pipeline.stop_requests.requested_at IS 'When it was asked first.';
CREATE TABLE privacy.erasures (
    pseudonym text NOT NULL,
    erased_at timestamp with time zone NOT NULL,
    last_night date,
    rows_changed bigint NOT NULL
);
COMMENT ON TABLE privacy.erasures IS 'One row per erased person: the audit line.';
COMMENT ON COLUMN privacy.erasures.pseudonym IS 'Stands in every table where the key of the customer stood; by chance, so that nothing leads back.';
COMMENT ON COLUMN privacy.erasures.erased_at IS 'When the person was erased.';
COMMENT ON COLUMN privacy.erasures.last_night IS 'The newest night with audiences by then; later ones publish the person no more. Null where there was none.';
COMMENT ON COLUMN privacy.erasures.rows_changed IS 'Rows changed in all tables, for all people that the same command erased.';
CREATE TABLE privacy.identifiers (
    kind text NOT NULL,
    digest text NOT NULL,
    secret_digest text NOT NULL,
    CONSTRAINT identifiers_kind_check CHECK ((kind = ANY (ARRAY['customer'::text, 'email'::text, 'phone'::text, 'national'::text, 'number'::text])))
);
COMMENT ON TABLE privacy.identifiers IS 'One row per identifier of somebody who was erased.';
COMMENT ON COLUMN privacy.identifiers.kind IS 'What the identity is: customer (the key), email, phone (E.164), national or number (a phone number without country code).';
COMMENT ON COLUMN privacy.identifiers.digest IS 'HMAC-SHA-256 of the identity by the configured secret, lower-case hex.';
COMMENT ON COLUMN privacy.identifiers.secret_digest IS 'The same of a fixed text: with another secret, no person would be recognised.';
CREATE TABLE publish.cluster_attributes (
    night date NOT NULL,
    cluster integer NOT NULL,
    attribute text NOT NULL,
    value text NOT NULL,
    customers bigint NOT NULL,
    customers_share numeric NOT NULL,
    share_index numeric NOT NULL
);
COMMENT ON TABLE publish.cluster_attributes IS 'One row per published night, cluster, profile attribute and one of its most frequent values there.';
COMMENT ON COLUMN publish.cluster_attributes.night IS 'The business date.';
COMMENT ON COLUMN publish.cluster_attributes.cluster IS 'Number of the cluster.';
COMMENT ON COLUMN publish.cluster_attributes.attribute IS 'country, or the name of an attribute of the orders.';
COMMENT ON COLUMN publish.cluster_attributes.value IS 'The value that the customers share.';
COMMENT ON COLUMN publish.cluster_attributes.customers IS 'Customers of the cluster with the value.';
COMMENT ON COLUMN publish.cluster_attributes.customers_share IS 'Their share of the cluster, 0 to 1.';
COMMENT ON COLUMN publish.cluster_attributes.share_index IS '100 times the share in the cluster by the share among all clustered customers: over 100 means more than usual.';
CREATE TABLE publish.cluster_features (
    night date NOT NULL,
    cluster integer NOT NULL,
    feature text NOT NULL,
    mean double precision,
    median double precision,
    centre double precision
);
COMMENT ON TABLE publish.cluster_features IS 'One row per published night, cluster and feature.';
COMMENT ON COLUMN publish.cluster_features.night IS 'The business date.';
COMMENT ON COLUMN publish.cluster_features.cluster IS 'Number of the cluster.';
COMMENT ON COLUMN publish.cluster_features.feature IS 'Name of the feature.';
COMMENT ON COLUMN publish.cluster_features.mean IS 'Mean of its customers, in the unit of the feature; null where it has none.';
COMMENT ON COLUMN publish.cluster_features.median IS 'Median of its customers, in the unit of the feature; null where it has none.';
COMMENT ON COLUMN publish.cluster_features.centre IS 'Median of its customers when its model was found, in the unit of the feature; null if unknown for all of them.';
CREATE TABLE publish.clusters (
    night date NOT NULL,
    cluster integer NOT NULL,
    "position" integer NOT NULL,
    name text NOT NULL,
    tier text,
    customers bigint NOT NULL,
    customers_share numeric NOT NULL,
    revenue numeric NOT NULL,
    revenue_share numeric NOT NULL,
    nearest_cluster integer,
    nearest_distance double precision,
    typical_customers text[] NOT NULL
);
COMMENT ON TABLE publish.clusters IS 'One row per published night and cluster.';
COMMENT ON COLUMN publish.clusters.night IS 'The business date.';
COMMENT ON COLUMN publish.clusters.cluster IS 'Number of the cluster.';
COMMENT ON COLUMN publish.clusters."position" IS 'Rank by the mean value of its customers when the model was found, 1 for the highest.';
COMMENT ON COLUMN publish.clusters.name IS 'Name of the cluster, which it keeps with the number.';
COMMENT ON COLUMN publish.clusters.tier IS 'Tier of the cluster, by its rank; null where no tiers are configured.';
COMMENT ON COLUMN publish.clusters.customers IS 'Customers in the cluster.';
COMMENT ON COLUMN publish.clusters.customers_share IS 'Share of all clustered customers, 0 to 1.';
COMMENT ON COLUMN publish.clusters.revenue IS 'Their value less returns in the window, in the business currency.';
COMMENT ON COLUMN publish.clusters.revenue_share IS 'Share of the revenue of all clustered customers, 0 to 1.';
COMMENT ON COLUMN publish.clusters.nearest_cluster IS 'The other cluster whose centre is nearest; null where there is no other.';
COMMENT ON COLUMN publish.clusters.nearest_distance IS 'Distance of the two centres, in scaled features.';
COMMENT ON COLUMN publish.clusters.typical_customers IS 'PII. Keys of the customers nearest to the centre, the nearest first.';
CREATE TABLE publish.customer_segments (
    customer_key text NOT NULL,
    night date NOT NULL,
    segment text NOT NULL,
    cluster integer,
    recency_days integer,
    orders_count bigint NOT NULL,
    net_value numeric NOT NULL,
    r_score integer,
    f_score integer,
    m_score integer,
    previous_segment text,
    changed_on date NOT NULL,
    cause text NOT NULL,
    cluster_name text,
    tier text,
    frequency double precision DEFAULT 0 NOT NULL,
    monetary double precision DEFAULT 0 NOT NULL,
    frequency_counts text DEFAULT 'orders'::text NOT NULL,
    monetary_value text DEFAULT 'sum'::text NOT NULL
);
COMMENT ON TABLE publish.customer_segments IS 'One row per customer in the live night.';
COMMENT ON COLUMN publish.customer_segments.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN publish.customer_segments.night IS 'The live night.';
COMMENT ON COLUMN publish.customer_segments.segment IS 'Name of the segment.';
COMMENT ON COLUMN publish.customer_segments.cluster IS 'Number of the cluster; null unless clustered.';
COMMENT ON COLUMN publish.customer_segments.recency_days IS 'Calendar days from the last kept order to the night.';
COMMENT ON COLUMN publish.customer_segments.orders_count IS 'Kept orders in the window.';
COMMENT ON COLUMN publish.customer_segments.net_value IS 'Value less returns in the window, in the business currency.';
COMMENT ON COLUMN publish.customer_segments.r_score IS 'Recency score; null unless scored.';
COMMENT ON COLUMN publish.customer_segments.f_score IS 'Frequency score; null unless scored.';
COMMENT ON COLUMN publish.customer_segments.m_score IS 'Monetary score; null unless scored.';
COMMENT ON COLUMN publish.customer_segments.previous_segment IS 'Segment before the last change; null if it never changed.';
COMMENT ON COLUMN publish.customer_segments.changed_on IS 'Night in which the customer entered the segment.';
COMMENT ON COLUMN publish.customer_segments.cause IS 'Why the customer entered the segment: new, orders, time, attributes, cut-points, both or settings.';
COMMENT ON COLUMN publish.customer_segments.cluster_name IS 'Name of the cluster; null unless clustered.';
COMMENT ON COLUMN publish.customer_segments.tier IS 'Tier of the cluster; null unless clustered, or where no tiers are configured.';
COMMENT ON COLUMN publish.customer_segments.frequency IS 'Frequency as it is scored; frequency_counts says what it counts.';
COMMENT ON COLUMN publish.customer_segments.monetary IS 'Monetary value as it is scored, in the business currency; monetary_value says what it is.';
COMMENT ON COLUMN publish.customer_segments.frequency_counts IS 'What frequency counts in the window: orders, days, lines or units.';
COMMENT ON COLUMN publish.customer_segments.monetary_value IS 'What monetary is: sum (value less returns in the window) or mean-order.';
CREATE TABLE publish.publications (
    night date NOT NULL,
    revision integer NOT NULL,
    published_at timestamp with time zone NOT NULL
);
COMMENT ON TABLE publish.publications IS 'One row per published night.';
COMMENT ON COLUMN publish.publications.night IS 'The business date.';
COMMENT ON COLUMN publish.publications.revision IS 'Revision of the night that was published.';
COMMENT ON COLUMN publish.publications.published_at IS 'When the views were swapped.';
CREATE TABLE publish.segment_attributes (
    night date NOT NULL,
    segment text NOT NULL,
    attribute text NOT NULL,
    value text NOT NULL,
    customers bigint NOT NULL,
    customers_share numeric NOT NULL,
    share_index numeric NOT NULL
);
COMMENT ON TABLE publish.segment_attributes IS 'One row per published night, segment, profile attribute and one of its most frequent values there.';
COMMENT ON COLUMN publish.segment_attributes.night IS 'The business date.';
COMMENT ON COLUMN publish.segment_attributes.segment IS 'Name of the segment.';
COMMENT ON COLUMN publish.segment_attributes.attribute IS 'country, or the name of an attribute of the orders.';
COMMENT ON COLUMN publish.segment_attributes.value IS 'The value that the customers share.';
COMMENT ON COLUMN publish.segment_attributes.customers IS 'Customers of the segment with the value.';
COMMENT ON COLUMN publish.segment_attributes.customers_share IS 'Their share of the segment, 0 to 1.';
COMMENT ON COLUMN publish.segment_attributes.share_index IS '100 times the share in the segment by the share among all customers: over 100 means more than usual.';
CREATE TABLE publish.segment_moves (
    night date NOT NULL,
    from_segment text,
    to_segment text,
    customers bigint NOT NULL,
    revenue numeric NOT NULL,
    cause text,
    direction text NOT NULL
);
COMMENT ON TABLE publish.segment_moves IS 'One row per published night, segment left, segment entered and cause; customers who stayed are a row too.';
COMMENT ON COLUMN publish.segment_moves.night IS 'The business date.';
COMMENT ON COLUMN publish.segment_moves.from_segment IS 'Segment in the night before; null for new customers.';
COMMENT ON COLUMN publish.segment_moves.to_segment IS 'Segment in this night; null for customers who left.';
COMMENT ON COLUMN publish.segment_moves.customers IS 'Customers who took that way.';
COMMENT ON COLUMN publish.segment_moves.revenue IS 'Their value less returns in the window of this night; of the night before for customers who left.';
COMMENT ON COLUMN publish.segment_moves.cause IS 'new, vanished, orders (the customer''s own orders changed), time (it only passed), attributes (an attribute of the customer changed), cut-points (only they changed), both (it took what changed with the customer, and other cut points), settings (the map or the rules did); null for customers who stayed.';
COMMENT ON COLUMN publish.segment_moves.direction IS 'upgrade or downgrade by the places of the segments in the map; entered, left or stayed.';
CREATE TABLE publish.segment_profile (
    night date NOT NULL,
    segment text NOT NULL,
    "position" integer NOT NULL,
    customers bigint NOT NULL,
    customers_share numeric NOT NULL,
    revenue numeric NOT NULL,
    revenue_share numeric NOT NULL,
    mean_recency_days numeric,
    mean_orders_count numeric,
    mean_net_value numeric,
    median_recency_days double precision,
    median_orders_count double precision,
    median_net_value double precision,
    previous_customers bigint NOT NULL,
    moved_in bigint NOT NULL,
    moved_out bigint NOT NULL,
    mean_order_value numeric,
    mean_frequency numeric,
    mean_monetary numeric,
    median_frequency double precision,
    median_monetary double precision,
    frequency_counts text DEFAULT 'orders'::text NOT NULL,
    monetary_value text DEFAULT 'sum'::text NOT NULL
);
COMMENT ON TABLE publish.segment_profile IS 'One row per segment per published night.';
COMMENT ON COLUMN publish.segment_profile.night IS 'The business date.';
COMMENT ON COLUMN publish.segment_profile.segment IS 'Name of the segment.';
COMMENT ON COLUMN publish.segment_profile."position" IS 'Place in the map, 1 for the best.';
COMMENT ON COLUMN publish.segment_profile.customers IS 'Customers in the segment.';
COMMENT ON COLUMN publish.segment_profile.customers_share IS 'Share of all customers, 0 to 1.';
COMMENT ON COLUMN publish.segment_profile.revenue IS 'Their value less returns in the window, in the business currency.';
COMMENT ON COLUMN publish.segment_profile.revenue_share IS 'Share of the revenue of all customers, 0 to 1.';
COMMENT ON COLUMN publish.segment_profile.mean_recency_days IS 'Mean recency in days; null without an order.';
COMMENT ON COLUMN publish.segment_profile.mean_orders_count IS 'Mean of orders in the window.';
COMMENT ON COLUMN publish.segment_profile.mean_net_value IS 'Mean value in the window, in the business currency.';
COMMENT ON COLUMN publish.segment_profile.median_recency_days IS 'Median recency in days; null without an order.';
COMMENT ON COLUMN publish.segment_profile.median_orders_count IS 'Median of orders in the window.';
COMMENT ON COLUMN publish.segment_profile.median_net_value IS 'Median value in the window, in the business currency.';
COMMENT ON COLUMN publish.segment_profile.previous_customers IS 'Customers in the night before.';
COMMENT ON COLUMN publish.segment_profile.moved_in IS 'Customers who were elsewhere, or not yet known, in the night before.';
COMMENT ON COLUMN publish.segment_profile.moved_out IS 'Customers of the night before who are elsewhere, or gone.';
COMMENT ON COLUMN publish.segment_profile.mean_order_value IS 'Value of the segment''s orders in the window by their number, in the business currency; null without an order.';
COMMENT ON COLUMN publish.segment_profile.mean_frequency IS 'Mean of frequency as it is scored; frequency_counts says what it counts.';
COMMENT ON COLUMN publish.segment_profile.mean_monetary IS 'Mean of monetary as it is scored, in the business currency; monetary_value says what it is.';
COMMENT ON COLUMN publish.segment_profile.median_frequency IS 'Median of frequency as it is scored.';
COMMENT ON COLUMN publish.segment_profile.median_monetary IS 'Median of monetary as it is scored, in the business currency.';
COMMENT ON COLUMN publish.segment_profile.frequency_counts IS 'What frequency counts in the window: orders, days, lines or units.';
COMMENT ON COLUMN publish.segment_profile.monetary_value IS 'What monetary is: sum (value less returns in the window) or mean-order.';
CREATE TABLE publish.segments (
    segment text NOT NULL,
    night date NOT NULL,
    "position" integer NOT NULL,
    description text NOT NULL,
    action text NOT NULL,
    customers bigint NOT NULL,
    revenue numeric NOT NULL,
    channel text NOT NULL,
    offer text NOT NULL
);
COMMENT ON TABLE publish.segments IS 'One row per segment of the live night.';
COMMENT ON COLUMN publish.segments.segment IS 'Name of the segment.';
COMMENT ON COLUMN publish.segments.night IS 'The live night.';
COMMENT ON COLUMN publish.segments."position" IS 'Place in the map, 1 for the best.';
COMMENT ON COLUMN publish.segments.description IS 'Who is in it, in one line.';
COMMENT ON COLUMN publish.segments.action IS 'What marketing is advised to do.';
COMMENT ON COLUMN publish.segments.customers IS 'Customers in the segment.';
COMMENT ON COLUMN publish.segments.revenue IS 'Their value less returns in the window, in the business currency.';
COMMENT ON COLUMN publish.segments.channel IS 'Where marketing is advised to speak to them.';
COMMENT ON COLUMN publish.segments.offer IS 'What marketing is advised to offer them.';
CREATE VIEW published.audience_changes AS
 SELECT c.night,
    c.destination,
    c.audience,
    c.since,
    c.customers_before,
    c.customers,
    c.added,
    c.changed,
    c.removed,
    c.stopped_for,
    e.delivered_at
   FROM ((deliver.changes c
     JOIN publish.publications p USING (night))
     LEFT JOIN deliver.extracts e USING (night, destination, audience));
COMMENT ON VIEW published.audience_changes IS 'One row per published night, destination and audience that was to go there: what its extract changes there.';
COMMENT ON COLUMN published.audience_changes.night IS 'The business date.';
COMMENT ON COLUMN published.audience_changes.destination IS 'Channel with its file format.';
COMMENT ON COLUMN published.audience_changes.audience IS 'Name of the audience.';
COMMENT ON COLUMN published.audience_changes.since IS 'The night confirmed before, against which is compared; null where there is none.';
COMMENT ON COLUMN published.audience_changes.customers_before IS 'Customers that the destination had.';
COMMENT ON COLUMN published.audience_changes.customers IS 'Customers that it has after this night.';
COMMENT ON COLUMN published.audience_changes.added IS 'Customers that are new to it.';
COMMENT ON COLUMN published.audience_changes.changed IS 'Customers whose row is another one than before.';
COMMENT ON COLUMN published.audience_changes.removed IS 'Customers that it had and no longer has.';
COMMENT ON COLUMN published.audience_changes.stopped_for IS 'Why the change waits for an approval; null where it does not.';
COMMENT ON COLUMN published.audience_changes.delivered_at IS 'When its marker was delivered; null until then.';
CREATE VIEW published.audience_destinations AS
 SELECT d.night,
    d.audience,
    d.destination,
    d."position",
    d.purpose,
    d.channel,
    d.published,
    d.channel_opted_out,
    d.no_consent,
    c.stopped_for,
    e.night AS delivered_night,
    e.path,
    e.lines,
    e.bytes,
    e.delivered_at,
    e.warnings
   FROM (((audiences.destinations d
     JOIN publish.publications p USING (night))
     LEFT JOIN deliver.changes c USING (night, audience, destination))
     LEFT JOIN LATERAL ( SELECT x.night,
            x.destination,
            x.audience,
            x.path,
            x.bytes,
            x.lines,
            x.content_hash,
            x.delivered_at,
            x.revision,
            x.warnings
           FROM deliver.extracts x
          WHERE ((x.audience = d.audience) AND (x.destination = d.destination) AND (x.night <= d.night))
          ORDER BY x.night DESC
         LIMIT 1) e ON (true));
COMMENT ON VIEW published.audience_destinations IS 'One row per published night, audience and destination of it: what was checked there, and the newest extract up to that night that was brought there.';
COMMENT ON COLUMN published.audience_destinations.night IS 'The business date.';
COMMENT ON COLUMN published.audience_destinations.audience IS 'Name of the audience.';
COMMENT ON COLUMN published.audience_destinations.destination IS 'Channel with its file format.';
COMMENT ON COLUMN published.audience_destinations."position" IS 'Place among the destinations of the audience, 1 for the first.';
COMMENT ON COLUMN published.audience_destinations.purpose IS 'Purpose to which people must have agreed to be sent there.';
COMMENT ON COLUMN published.audience_destinations.channel IS 'Channel by which the destination reaches people; any if a refusal of any channel counts.';
COMMENT ON COLUMN published.audience_destinations.published IS 'Members who can be sent there.';
COMMENT ON COLUMN published.audience_destinations.channel_opted_out IS 'Members who are published at another destination, and refused the channel of this one.';
COMMENT ON COLUMN published.audience_destinations.no_consent IS 'Members who are published at another destination, and did not agree to the purpose of this one.';
COMMENT ON COLUMN published.audience_destinations.stopped_for IS 'Why the change of the night waits for an approval; null where it does not.';
COMMENT ON COLUMN published.audience_destinations.delivered_night IS 'Newest night up to this one of which an extract was brought there; null, like the next ones, where there is none.';
COMMENT ON COLUMN published.audience_destinations.path IS 'Where its first file is, below the place of the deliveries.';
COMMENT ON COLUMN published.audience_destinations.lines IS 'Customers in it.';
COMMENT ON COLUMN published.audience_destinations.bytes IS 'Its size.';
COMMENT ON COLUMN published.audience_destinations.delivered_at IS 'When its marker was delivered; null if it was withheld.';
COMMENT ON COLUMN published.audience_destinations.warnings IS 'What people are to know of it.';
CREATE VIEW published.audience_exclusions AS
 SELECT e.night,
    e.audience,
    e.exclusion,
    e."position",
    e.customers
   FROM (audiences.exclusions e
     JOIN publish.publications p USING (night));
COMMENT ON VIEW published.audience_exclusions IS 'One row per published night, audience and reason to leave a member out; reasons that apply to no member are rows too.';
COMMENT ON COLUMN published.audience_exclusions.night IS 'The business date.';
COMMENT ON COLUMN published.audience_exclusions.audience IS 'Name of the audience.';
COMMENT ON COLUMN published.audience_exclusions.exclusion IS 'The reason; of several that hold, the first by position counts.';
COMMENT ON COLUMN published.audience_exclusions."position" IS 'Place of the reason, 1 for the first.';
COMMENT ON COLUMN published.audience_exclusions.customers IS 'Members left out for it.';
CREATE VIEW published.audience_members AS
 WITH live AS (
         SELECT max(publications.night) AS night
           FROM publish.publications
        ), members AS (
         SELECT members_live.customer_key,
            members_live.audience,
            members_live.exclusion
           FROM audiences.members_live,
            live live_1
          WHERE (members_live.valid_from <= live_1.night)
        UNION ALL
         SELECT members_past.customer_key,
            members_past.audience,
            members_past.exclusion
           FROM audiences.members_past,
            live live_1
          WHERE ((members_past.valid_from <= live_1.night) AND (members_past.valid_to > live_1.night))
        ), exclusions AS (
         SELECT destination_exclusions_live.customer_key,
            destination_exclusions_live.audience,
            destination_exclusions_live.destination,
            destination_exclusions_live.exclusion
           FROM audiences.destination_exclusions_live,
            live live_1
          WHERE (destination_exclusions_live.valid_from <= live_1.night)
        UNION ALL
         SELECT destination_exclusions_past.customer_key,
            destination_exclusions_past.audience,
            destination_exclusions_past.destination,
            destination_exclusions_past.exclusion
           FROM audiences.destination_exclusions_past,
            live live_1
          WHERE ((destination_exclusions_past.valid_from <= live_1.night) AND (destination_exclusions_past.valid_to > live_1.night))
        )
 SELECT d.night,
    d.audience,
    d.destination,
    m.customer_key,
    ((m.exclusion IS NULL) AND (x.exclusion IS NULL)) AS is_published,
    COALESCE(m.exclusion, x.exclusion) AS exclusion
   FROM (((live
     JOIN audiences.destinations d USING (night))
     JOIN members m ON ((m.audience = d.audience)))
     LEFT JOIN exclusions x ON (((x.customer_key = m.customer_key) AND (x.audience = d.audience) AND (x.destination = d.destination))))
  WHERE (m.exclusion IS DISTINCT FROM 'erased'::text);
COMMENT ON VIEW published.audience_members IS 'One row per audience of the live night, destination and member: published there, or why not. Erased people, and people who share an identity with them, are not among them.';
COMMENT ON COLUMN published.audience_members.night IS 'The live night.';
COMMENT ON COLUMN published.audience_members.audience IS 'Name of the audience.';
COMMENT ON COLUMN published.audience_members.destination IS 'Channel with its file format.';
COMMENT ON COLUMN published.audience_members.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN published.audience_members.is_published IS 'Whether the member is sent to the destination.';
COMMENT ON COLUMN published.audience_members.exclusion IS 'Why the member is not sent there; null where the member is.';
CREATE VIEW published.audiences AS
 SELECT a.night,
    a.audience,
    a."position",
    a.segment,
    a.description,
    a.purpose,
    a.channel,
    a.destinations,
    a.exclusive_group,
    a.priority,
    a.holdout_percent,
    a.frequency,
    a.is_due,
    a.warn_below,
    a.block_below,
    a.is_blocked,
    a.members,
    a.published,
    a.added,
    a.removed
   FROM (audiences.audiences a
     JOIN publish.publications p USING (night));
COMMENT ON VIEW published.audiences IS 'One row per audience per published night, as it was declared and what it came to.';
COMMENT ON COLUMN published.audiences.night IS 'The business date.';
COMMENT ON COLUMN published.audiences.audience IS 'Name of the audience, as in its file names.';
COMMENT ON COLUMN published.audiences."position" IS 'Place in the list, 1 for the first.';
COMMENT ON COLUMN published.audiences.segment IS 'The segment that it is made of; null where it is declared.';
COMMENT ON COLUMN published.audiences.description IS 'Who is in it, in one line.';
COMMENT ON COLUMN published.audiences.purpose IS 'Purpose to which its members must have agreed; if its destinations are for several, all of them.';
COMMENT ON COLUMN published.audiences.channel IS 'Channel by which it reaches people; any if a refusal of any counts; if its destinations have several, all of them.';
COMMENT ON COLUMN published.audiences.destinations IS 'Names of the destinations: those declared, otherwise the one in deliver.destination.';
COMMENT ON COLUMN published.audiences.exclusive_group IS 'In a group, a customer is only in the audience with the highest priority; null for no group.';
COMMENT ON COLUMN published.audiences.priority IS 'The higher goes first in its group.';
COMMENT ON COLUMN published.audiences.holdout_percent IS 'Customers held out from this audience, 0 to 100.';
COMMENT ON COLUMN published.audiences.frequency IS 'nightly, weekly or on-change.';
COMMENT ON COLUMN published.audiences.is_due IS 'Whether it is to be delivered in this night, by its frequency.';
COMMENT ON COLUMN published.audiences.warn_below IS 'Fewer published members than this are worth a warning.';
COMMENT ON COLUMN published.audiences.block_below IS 'Fewer published members than this are not delivered.';
COMMENT ON COLUMN published.audiences.is_blocked IS 'Whether it is not delivered, for having too few members.';
COMMENT ON COLUMN published.audiences.members IS 'Customers selected: the published and each exclusion.';
COMMENT ON COLUMN published.audiences.published IS 'Customers who are not excluded.';
COMMENT ON COLUMN published.audiences.added IS 'Published customers who were not published in the last published night before.';
COMMENT ON COLUMN published.audiences.removed IS 'Customers who were published in the last published night before, and are not any more.';
CREATE VIEW published.cluster_attributes AS
 SELECT cluster_attributes.night,
    cluster_attributes.cluster,
    cluster_attributes.attribute,
    cluster_attributes.value,
    cluster_attributes.customers,
    round(cluster_attributes.customers_share, 6) AS customers_share,
    round(cluster_attributes.share_index, 4) AS share_index
   FROM publish.cluster_attributes;
COMMENT ON VIEW published.cluster_attributes IS 'One row per published night, cluster, profile attribute and one of its most frequent values there.';
COMMENT ON COLUMN published.cluster_attributes.night IS 'The business date.';
COMMENT ON COLUMN published.cluster_attributes.cluster IS 'Number of the cluster.';
COMMENT ON COLUMN published.cluster_attributes.attribute IS 'country, or the name of an attribute of the orders.';
COMMENT ON COLUMN published.cluster_attributes.value IS 'The value that the customers share.';
COMMENT ON COLUMN published.cluster_attributes.customers IS 'Customers of the cluster with the value.';
COMMENT ON COLUMN published.cluster_attributes.customers_share IS 'Their share of the cluster, 0 to 1.';
COMMENT ON COLUMN published.cluster_attributes.share_index IS '100 times the share in the cluster by the share among all clustered customers: over 100 means more than usual.';
CREATE VIEW published.cluster_features AS
 SELECT cluster_features.night,
    cluster_features.cluster,
    cluster_features.feature,
    (round((cluster_features.centre)::numeric, 4))::double precision AS centre,
    (round((cluster_features.mean)::numeric, 4))::double precision AS mean,
    (round((cluster_features.median)::numeric, 4))::double precision AS median
   FROM publish.cluster_features;
COMMENT ON VIEW published.cluster_features IS 'One row per published night, cluster and feature.';
COMMENT ON COLUMN published.cluster_features.night IS 'The business date.';
COMMENT ON COLUMN published.cluster_features.cluster IS 'Number of the cluster.';
COMMENT ON COLUMN published.cluster_features.feature IS 'Name of the feature.';
COMMENT ON COLUMN published.cluster_features.centre IS 'Median of its customers when its model was found, in the unit of the feature; null if unknown for all of them.';
COMMENT ON COLUMN published.cluster_features.mean IS 'Mean of its customers, in the unit of the feature; null where it has none.';
COMMENT ON COLUMN published.cluster_features.median IS 'Median of its customers, in the unit of the feature; null where it has none.';
CREATE VIEW published.cluster_history AS
 SELECT members.customer_key,
    members.valid_from,
        CASE
            WHEN (members.valid_to <= published.last) THEN members.valid_to
            ELSE NULL::date
        END AS valid_to,
    members.cluster
   FROM (clustering.members
     CROSS JOIN ( SELECT max(publications.night) AS last
           FROM publish.publications) published)
  WHERE (members.valid_from <= published.last);
COMMENT ON VIEW published.cluster_history IS 'One row per customer and time in one cluster, up to the live night.';
COMMENT ON COLUMN published.cluster_history.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN published.cluster_history.valid_from IS 'First night of the time.';
COMMENT ON COLUMN published.cluster_history.valid_to IS 'Night from which on it no longer holds; null where it still does.';
COMMENT ON COLUMN published.cluster_history.cluster IS 'Number of the cluster.';
CREATE VIEW published.clusters AS
 SELECT clusters.night,
    clusters.cluster,
    clusters."position",
    clusters.name,
    clusters.tier,
    clusters.customers,
    round(clusters.customers_share, 6) AS customers_share,
    clusters.revenue,
    round(clusters.revenue_share, 6) AS revenue_share,
    clusters.nearest_cluster,
    (round((clusters.nearest_distance)::numeric, 4))::double precision AS nearest_distance,
    clusters.typical_customers
   FROM publish.clusters;
COMMENT ON VIEW published.clusters IS 'One row per published night and cluster.';
COMMENT ON COLUMN published.clusters.night IS 'The business date.';
COMMENT ON COLUMN published.clusters.cluster IS 'Number of the cluster.';
COMMENT ON COLUMN published.clusters."position" IS 'Rank by the mean value of its customers when the model was found, 1 for the highest.';
COMMENT ON COLUMN published.clusters.name IS 'Name of the cluster, which it keeps with the number.';
COMMENT ON COLUMN published.clusters.tier IS 'Tier of the cluster, by its rank; null where no tiers are configured.';
COMMENT ON COLUMN published.clusters.customers IS 'Customers in the cluster.';
COMMENT ON COLUMN published.clusters.customers_share IS 'Share of all clustered customers, 0 to 1.';
COMMENT ON COLUMN published.clusters.revenue IS 'Their value less returns in the window, in the business currency.';
COMMENT ON COLUMN published.clusters.revenue_share IS 'Share of the revenue of all clustered customers, 0 to 1.';
COMMENT ON COLUMN published.clusters.nearest_cluster IS 'The other cluster whose centre is nearest; null where there is no other.';
COMMENT ON COLUMN published.clusters.nearest_distance IS 'Distance of the two centres, in scaled features.';
COMMENT ON COLUMN published.clusters.typical_customers IS 'PII. Keys of the customers nearest to the centre, the nearest first.';
CREATE VIEW published.customer_forecast AS
 SELECT customers.night,
    customers.customer_key,
    customers.repeat_days,
    customers.first_ordered_on,
    customers.last_ordered_on,
    customers.repeat_value,
    customers.probability_alive,
    customers.expected_orders_90,
    customers.expected_orders_365,
    customers.expected_order_value,
    customers.expected_value_90,
    customers.expected_value_365
   FROM forecast.customers
  WHERE (customers.night = ( SELECT max(publications.night) AS max
           FROM publish.publications));
COMMENT ON VIEW published.customer_forecast IS 'One row per customer with an order in the live night: what the customer can be expected to buy.';
COMMENT ON COLUMN published.customer_forecast.night IS 'The business date.';
COMMENT ON COLUMN published.customer_forecast.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN published.customer_forecast.repeat_days IS 'Days with an order after the first day with one.';
COMMENT ON COLUMN published.customer_forecast.first_ordered_on IS 'Day of the first order.';
COMMENT ON COLUMN published.customer_forecast.last_ordered_on IS 'Day of the last order.';
COMMENT ON COLUMN published.customer_forecast.repeat_value IS 'Value less returns after the day of the first order, in the business currency.';
COMMENT ON COLUMN published.customer_forecast.probability_alive IS 'Probability that the customer has not stopped buying, 0 to 1.';
COMMENT ON COLUMN published.customer_forecast.expected_orders_90 IS 'Expected number of days with an order in the 90 days after the night.';
COMMENT ON COLUMN published.customer_forecast.expected_orders_365 IS 'Expected number of days with an order in the 365 days after the night.';
COMMENT ON COLUMN published.customer_forecast.expected_order_value IS 'Expected value of such a day, in the business currency; null where values are not forecast.';
COMMENT ON COLUMN published.customer_forecast.expected_value_90 IS 'Expected value in the 90 days after the night, in the business currency; null where values are not forecast.';
COMMENT ON COLUMN published.customer_forecast.expected_value_365 IS 'Expected value in the 365 days after the night, in the business currency; null where values are not forecast.';
CREATE VIEW published.customer_segments AS
 SELECT customer_segments.night,
    customer_segments.customer_key,
    customer_segments.segment,
    customer_segments.cluster,
    customer_segments.recency_days,
    customer_segments.orders_count,
    customer_segments.net_value,
    customer_segments.r_score,
    customer_segments.f_score,
    customer_segments.m_score,
    customer_segments.previous_segment,
    customer_segments.changed_on,
    customer_segments.cause,
    (customer_segments.night - customer_segments.changed_on) AS days_in_segment,
    customer_segments.cluster_name,
    customer_segments.tier,
    customer_segments.frequency,
    customer_segments.monetary,
    customer_segments.frequency_counts,
    customer_segments.monetary_value
   FROM publish.customer_segments;
COMMENT ON VIEW published.customer_segments IS 'One row per customer in the live night.';
COMMENT ON COLUMN published.customer_segments.night IS 'The live night.';
COMMENT ON COLUMN published.customer_segments.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN published.customer_segments.segment IS 'Name of the segment.';
COMMENT ON COLUMN published.customer_segments.cluster IS 'Number of the cluster; null unless clustered.';
COMMENT ON COLUMN published.customer_segments.recency_days IS 'Calendar days from the last kept order to the night.';
COMMENT ON COLUMN published.customer_segments.orders_count IS 'Kept orders in the window.';
COMMENT ON COLUMN published.customer_segments.net_value IS 'Value less returns in the window, in the business currency.';
COMMENT ON COLUMN published.customer_segments.r_score IS 'Recency score; null unless scored.';
COMMENT ON COLUMN published.customer_segments.f_score IS 'Frequency score; null unless scored.';
COMMENT ON COLUMN published.customer_segments.m_score IS 'Monetary score; null unless scored.';
COMMENT ON COLUMN published.customer_segments.previous_segment IS 'Segment before the last change; null if it never changed.';
COMMENT ON COLUMN published.customer_segments.changed_on IS 'Night in which the customer entered the segment.';
COMMENT ON COLUMN published.customer_segments.cause IS 'Why the customer entered the segment: new, orders, time, attributes, cut-points, both or settings.';
COMMENT ON COLUMN published.customer_segments.days_in_segment IS 'Days from the night in which the customer entered the segment to the live night.';
COMMENT ON COLUMN published.customer_segments.cluster_name IS 'Name of the cluster; null unless clustered.';
COMMENT ON COLUMN published.customer_segments.tier IS 'Tier of the cluster; null unless clustered, or where no tiers are configured.';
COMMENT ON COLUMN published.customer_segments.frequency IS 'Frequency as it is scored; frequency_counts says what it counts.';
COMMENT ON COLUMN published.customer_segments.monetary IS 'Monetary value as it is scored, in the business currency; monetary_value says what it is.';
COMMENT ON COLUMN published.customer_segments.frequency_counts IS 'What frequency counts in the window: orders, days, lines or units.';
COMMENT ON COLUMN published.customer_segments.monetary_value IS 'What monetary is: sum (value less returns in the window) or mean-order.';
CREATE VIEW published.exports AS
 SELECT exports.export_id,
    exports.action,
    exports.night,
    exports.revision,
    exports.audience,
    exports.destination,
    exports.place,
    exports.path,
    exports.mode,
    exports.lines,
    exports.bytes,
    exports.content_hash,
    exports.expires_on,
    exports.exported_by,
    exports.database_role,
    exports.recorded_at
   FROM deliver.exports;
COMMENT ON VIEW published.exports IS 'One row per file that was delivered, and one more per file that was removed.';
COMMENT ON COLUMN published.exports.export_id IS 'Number of the row, in the order of the rows.';
COMMENT ON COLUMN published.exports.action IS 'delivered: the file was read back from the place and is whole; purged: it was removed from there after its time; withdrawn: it was removed from there because a person in it was erased.';
COMMENT ON COLUMN published.exports.night IS 'The business date.';
COMMENT ON COLUMN published.exports.revision IS 'Revision of the night that delivered it.';
COMMENT ON COLUMN published.exports.audience IS 'Name of the audience.';
COMMENT ON COLUMN published.exports.destination IS 'Channel with its file format.';
COMMENT ON COLUMN published.exports.place IS 'Folder, server or bucket to which the file went.';
COMMENT ON COLUMN published.exports.path IS 'Name of the file below the place.';
COMMENT ON COLUMN published.exports.mode IS 'What the file holds: full, adds, removes or changes; copy for the full file under a name that stays; null for manifest and marker.';
COMMENT ON COLUMN published.exports.lines IS 'Customers in the file; 0 for manifest and marker.';
COMMENT ON COLUMN published.exports.bytes IS 'Size of the file.';
COMMENT ON COLUMN published.exports.content_hash IS 'SHA-256 of the file, lower-case hex.';
COMMENT ON COLUMN published.exports.expires_on IS 'First day on which a purge removes the file.';
COMMENT ON COLUMN published.exports.exported_by IS 'User of the machine that ran Nightjar.';
COMMENT ON COLUMN published.exports.database_role IS 'Role with which Nightjar was connected.';
COMMENT ON COLUMN published.exports.recorded_at IS 'When the row was added.';
CREATE TABLE segments.memberships (
    customer_key text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    segment text NOT NULL,
    r_score integer,
    f_score integer,
    m_score integer,
    previous_segment text,
    changed_on date NOT NULL,
    cause text NOT NULL,
    rule integer,
    attributes jsonb,
    CONSTRAINT memberships_cause_check CHECK ((cause = ANY (ARRAY['new'::text, 'orders'::text, 'time'::text, 'attributes'::text, 'cut-points'::text, 'both'::text, 'settings'::text])))
)
PARTITION BY LIST (valid_to);
COMMENT ON TABLE segments.memberships IS 'One row per customer and time in which segment, scores and what the rule looks at were the same.';
COMMENT ON COLUMN segments.memberships.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN segments.memberships.valid_from IS 'First night of the time.';
COMMENT ON COLUMN segments.memberships.valid_to IS 'Night from which on it no longer holds; null where it still does.';
COMMENT ON COLUMN segments.memberships.segment IS 'Name of the segment.';
COMMENT ON COLUMN segments.memberships.r_score IS 'Recency score; null unless scored.';
COMMENT ON COLUMN segments.memberships.f_score IS 'Frequency score; null unless scored.';
COMMENT ON COLUMN segments.memberships.m_score IS 'Monetary score; null unless scored.';
COMMENT ON COLUMN segments.memberships.previous_segment IS 'Segment before the last change; null if it never changed.';
COMMENT ON COLUMN segments.memberships.changed_on IS 'Night in which the customer entered the segment.';
COMMENT ON COLUMN segments.memberships.cause IS 'Why the customer entered it: new, orders (the customer''s own orders changed), time (it only passed), attributes (an attribute of the customer changed), cut-points (only they changed), both (it took what changed with the customer, and other cut points), settings (the map or the rules did).';
COMMENT ON COLUMN segments.memberships.rule IS 'Position in segments.rules of the rule with conditions that holds; null if none does.';
COMMENT ON COLUMN segments.memberships.attributes IS 'Values of the attributes that conditions of the map look at; null if none do.';
CREATE VIEW published.membership_history AS
 SELECT memberships.customer_key,
    memberships.valid_from,
        CASE
            WHEN (memberships.valid_to <= published.last) THEN memberships.valid_to
            ELSE NULL::date
        END AS valid_to,
    memberships.segment,
    memberships.r_score,
    memberships.f_score,
    memberships.m_score,
    memberships.previous_segment,
    memberships.changed_on,
    memberships.cause
   FROM (segments.memberships
     CROSS JOIN ( SELECT max(publications.night) AS last
           FROM publish.publications) published)
  WHERE (memberships.valid_from <= published.last);
COMMENT ON VIEW published.membership_history IS 'One row per customer and time in which segment, scores and what the rule looks at were the same, up to the live night.';
COMMENT ON COLUMN published.membership_history.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN published.membership_history.valid_from IS 'First night of the time.';
COMMENT ON COLUMN published.membership_history.valid_to IS 'Night from which on it no longer holds; null where it still does.';
COMMENT ON COLUMN published.membership_history.segment IS 'Name of the segment.';
COMMENT ON COLUMN published.membership_history.r_score IS 'Recency score; null unless scored.';
COMMENT ON COLUMN published.membership_history.f_score IS 'Frequency score; null unless scored.';
COMMENT ON COLUMN published.membership_history.m_score IS 'Monetary score; null unless scored.';
COMMENT ON COLUMN published.membership_history.previous_segment IS 'Segment before the last change; null if it never changed.';
COMMENT ON COLUMN published.membership_history.changed_on IS 'Night in which the customer entered the segment.';
COMMENT ON COLUMN published.membership_history.cause IS 'Why the customer entered it: new, orders (the customer''s own orders changed), time (it only passed), attributes (an attribute of the customer changed), cut-points (only they changed), both (it took what changed with the customer, and other cut points), settings (the map or the rules did).';
CREATE VIEW published.segment_attributes AS
 SELECT segment_attributes.night,
    segment_attributes.segment,
    segment_attributes.attribute,
    segment_attributes.value,
    segment_attributes.customers,
    round(segment_attributes.customers_share, 6) AS customers_share,
    round(segment_attributes.share_index, 4) AS share_index
   FROM publish.segment_attributes;
COMMENT ON VIEW published.segment_attributes IS 'One row per published night, segment, profile attribute and one of its most frequent values there.';
COMMENT ON COLUMN published.segment_attributes.night IS 'The business date.';
COMMENT ON COLUMN published.segment_attributes.segment IS 'Name of the segment.';
COMMENT ON COLUMN published.segment_attributes.attribute IS 'country, or the name of an attribute of the orders.';
COMMENT ON COLUMN published.segment_attributes.value IS 'The value that the customers share.';
COMMENT ON COLUMN published.segment_attributes.customers IS 'Customers of the segment with the value.';
COMMENT ON COLUMN published.segment_attributes.customers_share IS 'Their share of the segment, 0 to 1.';
COMMENT ON COLUMN published.segment_attributes.share_index IS '100 times the share in the segment by the share among all customers: over 100 means more than usual.';
CREATE VIEW published.segment_moves AS
 SELECT segment_moves.night,
    segment_moves.from_segment,
    segment_moves.to_segment,
    segment_moves.customers,
    segment_moves.revenue,
    segment_moves.cause,
    segment_moves.direction
   FROM publish.segment_moves;
COMMENT ON VIEW published.segment_moves IS 'One row per published night, segment left, segment entered and cause; customers who stayed are a row too.';
COMMENT ON COLUMN published.segment_moves.night IS 'The business date.';
COMMENT ON COLUMN published.segment_moves.from_segment IS 'Segment in the night before; null for new customers.';
COMMENT ON COLUMN published.segment_moves.to_segment IS 'Segment in this night; null for customers who left.';
COMMENT ON COLUMN published.segment_moves.customers IS 'Customers who took that way.';
COMMENT ON COLUMN published.segment_moves.revenue IS 'Their value less returns in the window of this night; of the night before for customers who left.';
COMMENT ON COLUMN published.segment_moves.cause IS 'new, vanished, orders (the customer''s own orders changed), time (it only passed), attributes (an attribute of the customer changed), cut-points (only they changed), both (it took what changed with the customer, and other cut points), settings (the map or the rules did); null for customers who stayed.';
COMMENT ON COLUMN published.segment_moves.direction IS 'upgrade or downgrade by the places of the segments in the map; entered, left or stayed.';
CREATE VIEW published.segment_profile AS
 SELECT segment_profile.night,
    segment_profile.segment,
    segment_profile."position",
    segment_profile.customers,
    round(segment_profile.customers_share, 6) AS customers_share,
    segment_profile.revenue,
    round(segment_profile.revenue_share, 6) AS revenue_share,
    round(segment_profile.mean_recency_days, 4) AS mean_recency_days,
    round(segment_profile.mean_orders_count, 4) AS mean_orders_count,
    round(segment_profile.mean_net_value, 4) AS mean_net_value,
    (round((segment_profile.median_recency_days)::numeric, 4))::double precision AS median_recency_days,
    (round((segment_profile.median_orders_count)::numeric, 4))::double precision AS median_orders_count,
    (round((segment_profile.median_net_value)::numeric, 4))::double precision AS median_net_value,
    segment_profile.previous_customers,
    segment_profile.moved_in,
    segment_profile.moved_out,
    round(segment_profile.mean_order_value, 4) AS mean_order_value,
    round(segment_profile.mean_frequency, 4) AS mean_frequency,
    round(segment_profile.mean_monetary, 4) AS mean_monetary,
    (round((segment_profile.median_frequency)::numeric, 4))::double precision AS median_frequency,
    (round((segment_profile.median_monetary)::numeric, 4))::double precision AS median_monetary,
    segment_profile.frequency_counts,
    segment_profile.monetary_value
   FROM publish.segment_profile;
COMMENT ON VIEW published.segment_profile IS 'One row per segment per published night.';
COMMENT ON COLUMN published.segment_profile.night IS 'The business date.';
COMMENT ON COLUMN published.segment_profile.segment IS 'Name of the segment.';
COMMENT ON COLUMN published.segment_profile."position" IS 'Place in the map, 1 for the best.';
COMMENT ON COLUMN published.segment_profile.customers IS 'Customers in the segment.';
COMMENT ON COLUMN published.segment_profile.customers_share IS 'Share of all customers, 0 to 1.';
COMMENT ON COLUMN published.segment_profile.revenue IS 'Their value less returns in the window, in the business currency.';
COMMENT ON COLUMN published.segment_profile.revenue_share IS 'Share of the revenue of all customers, 0 to 1.';
COMMENT ON COLUMN published.segment_profile.mean_recency_days IS 'Mean recency in days; null without an order.';
COMMENT ON COLUMN published.segment_profile.mean_orders_count IS 'Mean of orders in the window.';
COMMENT ON COLUMN published.segment_profile.mean_net_value IS 'Mean value in the window, in the business currency.';
COMMENT ON COLUMN published.segment_profile.median_recency_days IS 'Median recency in days; null without an order.';
COMMENT ON COLUMN published.segment_profile.median_orders_count IS 'Median of orders in the window.';
COMMENT ON COLUMN published.segment_profile.median_net_value IS 'Median value in the window, in the business currency.';
COMMENT ON COLUMN published.segment_profile.previous_customers IS 'Customers in the night before.';
COMMENT ON COLUMN published.segment_profile.moved_in IS 'Customers who were elsewhere, or not yet known, in the night before.';
COMMENT ON COLUMN published.segment_profile.moved_out IS 'Customers of the night before who are elsewhere, or gone.';
COMMENT ON COLUMN published.segment_profile.mean_order_value IS 'Value of the segment''s orders in the window by their number, in the business currency; null without an order.';
COMMENT ON COLUMN published.segment_profile.mean_frequency IS 'Mean of frequency as it is scored; frequency_counts says what it counts.';
COMMENT ON COLUMN published.segment_profile.mean_monetary IS 'Mean of monetary as it is scored, in the business currency; monetary_value says what it is.';
COMMENT ON COLUMN published.segment_profile.median_frequency IS 'Median of frequency as it is scored.';
COMMENT ON COLUMN published.segment_profile.median_monetary IS 'Median of monetary as it is scored, in the business currency.';
COMMENT ON COLUMN published.segment_profile.frequency_counts IS 'What frequency counts in the window: orders, days, lines or units.';
COMMENT ON COLUMN published.segment_profile.monetary_value IS 'What monetary is: sum (value less returns in the window) or mean-order.';
CREATE VIEW published.segments AS
 SELECT segments.night,
    segments.segment,
    segments."position",
    segments.description,
    segments.action,
    segments.customers,
    segments.revenue,
    segments.channel,
    segments.offer
   FROM publish.segments;
COMMENT ON VIEW published.segments IS 'One row per segment of the live night.';
COMMENT ON COLUMN published.segments.night IS 'The live night.';
COMMENT ON COLUMN published.segments.segment IS 'Name of the segment.';
COMMENT ON COLUMN published.segments."position" IS 'Place in the map, 1 for the best.';
COMMENT ON COLUMN published.segments.description IS 'Who is in it, in one line.';
COMMENT ON COLUMN published.segments.action IS 'What marketing is advised to do.';
COMMENT ON COLUMN published.segments.customers IS 'Customers in the segment.';
COMMENT ON COLUMN published.segments.revenue IS 'Their value less returns in the window, in the business currency.';
COMMENT ON COLUMN published.segments.channel IS 'Where marketing is advised to speak to them.';
COMMENT ON COLUMN published.segments.offer IS 'What marketing is advised to offer them.';
CREATE VIEW published.segments_by_clusters AS
 SELECT customer_segments.night,
    customer_segments.segment,
    customer_segments.cluster,
    customer_segments.cluster_name,
    customer_segments.tier,
    count(*) AS customers,
    sum(customer_segments.net_value) AS revenue
   FROM publish.customer_segments
  GROUP BY customer_segments.night, customer_segments.segment, customer_segments.cluster, customer_segments.cluster_name, customer_segments.tier;
COMMENT ON VIEW published.segments_by_clusters IS 'One row per segment and cluster with customers in both, in the live night, and one per segment for customers without a cluster, whose cluster is null.';
COMMENT ON COLUMN published.segments_by_clusters.night IS 'The live night.';
COMMENT ON COLUMN published.segments_by_clusters.segment IS 'Name of the segment.';
COMMENT ON COLUMN published.segments_by_clusters.cluster IS 'Number of the cluster; null unless clustered.';
COMMENT ON COLUMN published.segments_by_clusters.cluster_name IS 'Name of the cluster; null unless clustered.';
COMMENT ON COLUMN published.segments_by_clusters.tier IS 'Tier of the cluster; null unless clustered, or where no tiers are configured.';
COMMENT ON COLUMN published.segments_by_clusters.customers IS 'Customers in both, or in the segment and without a cluster.';
COMMENT ON COLUMN published.segments_by_clusters.revenue IS 'Their value less returns in the window, in the business currency.';
CREATE TABLE rfm.cut_points (
    night date NOT NULL,
    metric text NOT NULL,
    "position" integer NOT NULL,
    value double precision NOT NULL,
    within text DEFAULT ''::text NOT NULL,
    tie_key text,
    is_inclusive boolean DEFAULT false NOT NULL,
    CONSTRAINT cut_points_metric_check CHECK ((metric = ANY (ARRAY['recency'::text, 'frequency'::text, 'monetary'::text])))
);
COMMENT ON TABLE rfm.cut_points IS 'One row per night, metric and cut point.';
COMMENT ON COLUMN rfm.cut_points.night IS 'The business date.';
COMMENT ON COLUMN rfm.cut_points.metric IS 'recency (days), frequency (orders) or monetary (business currency).';
COMMENT ON COLUMN rfm.cut_points."position" IS '1 for the lowest.';
COMMENT ON COLUMN rfm.cut_points.value IS 'Border between two bins, in the unit of the metric.';
COMMENT ON COLUMN rfm.cut_points.within IS 'Scores on the metrics before, side by side, of the customers for whom the cut point holds; empty where it holds for all.';
COMMENT ON COLUMN rfm.cut_points.tie_key IS 'PII. Key at which equal values are parted; null where they stay together.';
COMMENT ON COLUMN rfm.cut_points.is_inclusive IS 'Whether a value equal to the cut point is in the bin above; with tie_key, whether the keys up to it are, instead of those after it.';
CREATE TABLE rfm.fits (
    night date NOT NULL,
    metric text NOT NULL,
    rule text NOT NULL,
    bins integer NOT NULL,
    direction text NOT NULL,
    fitted_on date NOT NULL,
    lowest integer DEFAULT 1 NOT NULL,
    impossible integer[] DEFAULT '{}'::integer[] NOT NULL,
    CONSTRAINT fits_bins_check CHECK (((bins >= 2) AND (bins <= 10))),
    CONSTRAINT fits_direction_check CHECK ((direction = ANY (ARRAY['n-is-best'::text, '1-is-best'::text]))),
    CONSTRAINT fits_metric_check CHECK ((metric = ANY (ARRAY['recency'::text, 'frequency'::text, 'monetary'::text])))
);
COMMENT ON TABLE rfm.fits IS 'One row per night and metric: how its scores were made.';
COMMENT ON COLUMN rfm.fits.night IS 'The business date.';
COMMENT ON COLUMN rfm.fits.metric IS 'recency (days), frequency (orders) or monetary (business currency).';
COMMENT ON COLUMN rfm.fits.rule IS 'Scoring rule that found the cut points.';
COMMENT ON COLUMN rfm.fits.bins IS 'Scores that there are.';
COMMENT ON COLUMN rfm.fits.direction IS 'Which score is the best: n-is-best or 1-is-best.';
COMMENT ON COLUMN rfm.fits.fitted_on IS 'Night in which the cut points were found.';
COMMENT ON COLUMN rfm.fits.lowest IS 'The lowest score, as the segment map numbers them.';
COMMENT ON COLUMN rfm.fits.impossible IS 'Scores that nobody can have by the cut points and the window.';
CREATE TABLE rfm.metrics (
    customer_key text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    standing text NOT NULL,
    first_ordered_on date,
    last_ordered_on date,
    orders_count bigint NOT NULL,
    net_value numeric NOT NULL,
    frequency double precision NOT NULL,
    monetary double precision NOT NULL,
    CONSTRAINT metrics_standing_check CHECK ((standing = ANY (ARRAY['scored'::text, 'lapsed'::text, 'prospect'::text, 'net-returner'::text])))
)
PARTITION BY LIST (valid_to);
COMMENT ON TABLE rfm.metrics IS 'One row per customer and time in which nothing but the calendar changed.';
COMMENT ON COLUMN rfm.metrics.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN rfm.metrics.valid_from IS 'First night of the time.';
COMMENT ON COLUMN rfm.metrics.valid_to IS 'Night from which on it no longer holds; null where it still does.';
COMMENT ON COLUMN rfm.metrics.standing IS 'scored; lapsed (no kept order in the window); prospect (no kept order yet); net-returner (worth less than zero in the window, or zero after returns).';
COMMENT ON COLUMN rfm.metrics.first_ordered_on IS 'Day of the first kept order; null for a prospect.';
COMMENT ON COLUMN rfm.metrics.last_ordered_on IS 'Day of the last kept order, from which recency is counted; null for a prospect.';
COMMENT ON COLUMN rfm.metrics.orders_count IS 'Kept orders in the window, by their days.';
COMMENT ON COLUMN rfm.metrics.net_value IS 'Value less returns in the window, each by its own day, in the business currency.';
COMMENT ON COLUMN rfm.metrics.frequency IS 'Frequency as it is scored: orders, days, lines or units in the window.';
COMMENT ON COLUMN rfm.metrics.monetary IS 'Monetary value as it is scored: sum, or mean per order, in the business currency; in the precision in which cut points are compared.';
CREATE TABLE rfm.metrics_live (
    customer_key text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    standing text NOT NULL,
    first_ordered_on date,
    last_ordered_on date,
    orders_count bigint NOT NULL,
    net_value numeric NOT NULL,
    frequency double precision NOT NULL,
    monetary double precision NOT NULL,
    CONSTRAINT metrics_standing_check CHECK ((standing = ANY (ARRAY['scored'::text, 'lapsed'::text, 'prospect'::text, 'net-returner'::text])))
);
COMMENT ON TABLE rfm.metrics_live IS 'One row per customer: what holds still.';
COMMENT ON COLUMN rfm.metrics_live.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN rfm.metrics_live.valid_from IS 'First night of the time.';
COMMENT ON COLUMN rfm.metrics_live.valid_to IS 'Night from which on it no longer holds; null where it still does.';
COMMENT ON COLUMN rfm.metrics_live.standing IS 'scored; lapsed (no kept order in the window); prospect (no kept order yet); net-returner (worth less than zero in the window, or zero after returns).';
COMMENT ON COLUMN rfm.metrics_live.first_ordered_on IS 'Day of the first kept order; null for a prospect.';
COMMENT ON COLUMN rfm.metrics_live.last_ordered_on IS 'Day of the last kept order, from which recency is counted; null for a prospect.';
COMMENT ON COLUMN rfm.metrics_live.orders_count IS 'Kept orders in the window, by their days.';
COMMENT ON COLUMN rfm.metrics_live.net_value IS 'Value less returns in the window, each by its own day, in the business currency.';
COMMENT ON COLUMN rfm.metrics_live.frequency IS 'Frequency as it is scored: orders, days, lines or units in the window.';
COMMENT ON COLUMN rfm.metrics_live.monetary IS 'Monetary value as it is scored: sum, or mean per order, in the business currency; in the precision in which cut points are compared.';
CREATE TABLE rfm.metrics_past (
    customer_key text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    standing text NOT NULL,
    first_ordered_on date,
    last_ordered_on date,
    orders_count bigint NOT NULL,
    net_value numeric NOT NULL,
    frequency double precision NOT NULL,
    monetary double precision NOT NULL,
    CONSTRAINT metrics_standing_check CHECK ((standing = ANY (ARRAY['scored'::text, 'lapsed'::text, 'prospect'::text, 'net-returner'::text])))
);
COMMENT ON TABLE rfm.metrics_past IS 'One row per customer and time that is over.';
COMMENT ON COLUMN rfm.metrics_past.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN rfm.metrics_past.valid_from IS 'First night of the time.';
COMMENT ON COLUMN rfm.metrics_past.valid_to IS 'Night from which on it no longer holds; null where it still does.';
COMMENT ON COLUMN rfm.metrics_past.standing IS 'scored; lapsed (no kept order in the window); prospect (no kept order yet); net-returner (worth less than zero in the window, or zero after returns).';
COMMENT ON COLUMN rfm.metrics_past.first_ordered_on IS 'Day of the first kept order; null for a prospect.';
COMMENT ON COLUMN rfm.metrics_past.last_ordered_on IS 'Day of the last kept order, from which recency is counted; null for a prospect.';
COMMENT ON COLUMN rfm.metrics_past.orders_count IS 'Kept orders in the window, by their days.';
COMMENT ON COLUMN rfm.metrics_past.net_value IS 'Value less returns in the window, each by its own day, in the business currency.';
COMMENT ON COLUMN rfm.metrics_past.frequency IS 'Frequency as it is scored: orders, days, lines or units in the window.';
COMMENT ON COLUMN rfm.metrics_past.monetary IS 'Monetary value as it is scored: sum, or mean per order, in the business currency; in the precision in which cut points are compared.';
CREATE TABLE rfm.nights (
    night date NOT NULL,
    build bigint NOT NULL,
    definition text NOT NULL,
    run bigint DEFAULT 0 NOT NULL,
    first_day date,
    frequency_counts text DEFAULT 'orders'::text NOT NULL,
    monetary_value text DEFAULT 'sum'::text NOT NULL
);
COMMENT ON TABLE rfm.nights IS 'One row per night: what its metrics were made of.';
COMMENT ON COLUMN rfm.nights.night IS 'The business date.';
COMMENT ON COLUMN rfm.nights.build IS 'The last run of the orders stage whose orders are in the metrics.';
COMMENT ON COLUMN rfm.nights.definition IS 'How the metrics are defined: window, frequency and monetary.';
COMMENT ON COLUMN rfm.nights.run IS 'Counts on with every run of the stage.';
COMMENT ON COLUMN rfm.nights.first_day IS 'First day of the window; null where it is the whole history.';
COMMENT ON COLUMN rfm.nights.frequency_counts IS 'What frequency counts in the window: orders, days, lines or units.';
COMMENT ON COLUMN rfm.nights.monetary_value IS 'What monetary is: sum (value less returns in the window) or mean-order.';
CREATE SEQUENCE rfm.runs
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE VIEW rfm.scores AS
 SELECT '2025-01-31'::date AS night,
    metrics.customer_key,
    metrics.standing,
    ('2025-01-31'::date - metrics.last_ordered_on) AS recency_days,
    metrics.orders_count,
    metrics.net_value,
    metrics.frequency,
    metrics.monetary,
        CASE
            WHEN (metrics.standing = 'scored'::text) THEN (5 - width_bucket((('2025-01-31'::date - metrics.last_ordered_on))::double precision, '{1.6000000000000003,7.000000000000001,25.400000000000002,71.60000000000001}'::double precision[]))
            ELSE NULL::integer
        END AS r_score,
        CASE
            WHEN (metrics.standing = 'scored'::text) THEN (width_bucket(metrics.frequency, '{1.0000000000000002,1.0000000000000002,1.0000000000000002,1.4000000000000001}'::double precision[]) + 1)
            ELSE NULL::integer
        END AS f_score,
        CASE
            WHEN (metrics.standing = 'scored'::text) THEN (width_bucket(metrics.monetary, '{42.20000000000001,60.400000000000006,76.40000000000002,208.00000000000003}'::double precision[]) + 1)
            ELSE NULL::integer
        END AS m_score,
        CASE
            WHEN (metrics.standing = 'scored'::text) THEN (5 - width_bucket((('2025-01-31'::date - metrics.last_ordered_on))::double precision, '{7.000000000000001,24.400000000000002,53.800000000000004,133.60000000000002}'::double precision[]))
            ELSE NULL::integer
        END AS r_before,
        CASE
            WHEN (metrics.standing = 'scored'::text) THEN (width_bucket(metrics.frequency, '{1.0000000000000002,1.0000000000000002,1.0000000000000002,1.6000000000000003}'::double precision[]) + 1)
            ELSE NULL::integer
        END AS f_before,
        CASE
            WHEN (metrics.standing = 'scored'::text) THEN (width_bucket(metrics.monetary, '{60.00000000000001,61.60000000000001,76.40000000000002,152.00000000000003}'::double precision[]) + 1)
            ELSE NULL::integer
        END AS m_before,
    ((metrics.valid_from = '2025-01-31'::date) OR (((
        CASE
            WHEN (metrics.standing = 'scored'::text) THEN (5 - width_bucket((('2025-01-31'::date - metrics.last_ordered_on))::double precision, '{1.6000000000000003,7.000000000000001,25.400000000000002,71.60000000000001}'::double precision[]))
            ELSE NULL::integer
        END IS DISTINCT FROM
        CASE
            WHEN (metrics.standing = 'scored'::text) THEN (5 - width_bucket((('2025-01-30'::date - metrics.last_ordered_on))::double precision, '{7.000000000000001,24.400000000000002,53.800000000000004,133.60000000000002}'::double precision[]))
            ELSE NULL::integer
        END) OR (
        CASE
            WHEN (metrics.standing = 'scored'::text) THEN (width_bucket(metrics.frequency, '{1.0000000000000002,1.0000000000000002,1.0000000000000002,1.4000000000000001}'::double precision[]) + 1)
            ELSE NULL::integer
        END IS DISTINCT FROM
        CASE
            WHEN (metrics.standing = 'scored'::text) THEN (width_bucket(metrics.frequency, '{1.0000000000000002,1.0000000000000002,1.0000000000000002,1.6000000000000003}'::double precision[]) + 1)
            ELSE NULL::integer
        END)) OR (
        CASE
            WHEN (metrics.standing = 'scored'::text) THEN (width_bucket(metrics.monetary, '{42.20000000000001,60.400000000000006,76.40000000000002,208.00000000000003}'::double precision[]) + 1)
            ELSE NULL::integer
        END IS DISTINCT FROM
        CASE
            WHEN (metrics.standing = 'scored'::text) THEN (width_bucket(metrics.monetary, '{60.00000000000001,61.60000000000001,76.40000000000002,152.00000000000003}'::double precision[]) + 1)
            ELSE NULL::integer
        END))) AS is_changed,
    metrics.first_ordered_on
   FROM rfm.metrics
  WHERE (metrics.valid_to IS NULL);
COMMENT ON VIEW rfm.scores IS 'One row per customer, of the last night only: recency, frequency, monetary and their scores.';
COMMENT ON COLUMN rfm.scores.night IS 'The business date.';
COMMENT ON COLUMN rfm.scores.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN rfm.scores.standing IS 'scored; lapsed (no kept order in the window); prospect (no kept order yet); net-returner (worth less than zero in the window, or zero after returns).';
COMMENT ON COLUMN rfm.scores.recency_days IS 'Calendar days from the last kept order to the night.';
COMMENT ON COLUMN rfm.scores.orders_count IS 'Kept orders in the window, by their days.';
COMMENT ON COLUMN rfm.scores.net_value IS 'Value less returns in the window, each by its own day, in the business currency.';
COMMENT ON COLUMN rfm.scores.frequency IS 'Frequency as it is scored: orders, days, lines or units in the window.';
COMMENT ON COLUMN rfm.scores.monetary IS 'Monetary value as it is scored: sum, or mean per order, in the business currency.';
COMMENT ON COLUMN rfm.scores.r_score IS 'Recency score; null unless scored.';
COMMENT ON COLUMN rfm.scores.f_score IS 'Frequency score; null unless scored.';
COMMENT ON COLUMN rfm.scores.m_score IS 'Monetary score; null unless scored.';
COMMENT ON COLUMN rfm.scores.r_before IS 'Recency score by the cut points of the night before; null where there are none, or not scored.';
COMMENT ON COLUMN rfm.scores.f_before IS 'Frequency score by the cut points of the night before.';
COMMENT ON COLUMN rfm.scores.m_before IS 'Monetary score by the cut points of the night before.';
COMMENT ON COLUMN rfm.scores.is_changed IS 'Whether the scores or the metrics differ from those of the night before.';
COMMENT ON COLUMN rfm.scores.first_ordered_on IS 'Day of the first kept order; null for a prospect.';
CREATE TABLE segments.cells (
    night date NOT NULL,
    r_score integer NOT NULL,
    f_score integer NOT NULL,
    m_score integer NOT NULL,
    segment text NOT NULL,
    rule text NOT NULL
);
COMMENT ON TABLE segments.cells IS 'One row per night and combination of scores: the segment that the map gives it.';
COMMENT ON COLUMN segments.cells.night IS 'The business date.';
COMMENT ON COLUMN segments.cells.r_score IS 'Recency score.';
COMMENT ON COLUMN segments.cells.f_score IS 'Frequency score.';
COMMENT ON COLUMN segments.cells.m_score IS 'Monetary score.';
COMMENT ON COLUMN segments.cells.segment IS 'Name of the segment of the customers for whom no rule with conditions holds.';
COMMENT ON COLUMN segments.cells.rule IS 'Rule of the map that matched, as it is written.';
CREATE TABLE segments.memberships_live (
    customer_key text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    segment text NOT NULL,
    r_score integer,
    f_score integer,
    m_score integer,
    previous_segment text,
    changed_on date NOT NULL,
    cause text NOT NULL,
    rule integer,
    attributes jsonb,
    CONSTRAINT memberships_cause_check CHECK ((cause = ANY (ARRAY['new'::text, 'orders'::text, 'time'::text, 'attributes'::text, 'cut-points'::text, 'both'::text, 'settings'::text])))
);
COMMENT ON TABLE segments.memberships_live IS 'One row per customer: what holds still.';
COMMENT ON COLUMN segments.memberships_live.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN segments.memberships_live.valid_from IS 'First night of the time.';
COMMENT ON COLUMN segments.memberships_live.valid_to IS 'Night from which on it no longer holds; null where it still does.';
COMMENT ON COLUMN segments.memberships_live.segment IS 'Name of the segment.';
COMMENT ON COLUMN segments.memberships_live.r_score IS 'Recency score; null unless scored.';
COMMENT ON COLUMN segments.memberships_live.f_score IS 'Frequency score; null unless scored.';
COMMENT ON COLUMN segments.memberships_live.m_score IS 'Monetary score; null unless scored.';
COMMENT ON COLUMN segments.memberships_live.previous_segment IS 'Segment before the last change; null if it never changed.';
COMMENT ON COLUMN segments.memberships_live.changed_on IS 'Night in which the customer entered the segment.';
COMMENT ON COLUMN segments.memberships_live.cause IS 'Why the customer entered it: new, orders (the customer''s own orders changed), time (it only passed), attributes (an attribute of the customer changed), cut-points (only they changed), both (it took what changed with the customer, and other cut points), settings (the map or the rules did).';
COMMENT ON COLUMN segments.memberships_live.rule IS 'Position in segments.rules of the rule with conditions that holds; null if none does.';
COMMENT ON COLUMN segments.memberships_live.attributes IS 'Values of the attributes that conditions of the map look at; null if none do.';
CREATE TABLE segments.memberships_past (
    customer_key text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    segment text NOT NULL,
    r_score integer,
    f_score integer,
    m_score integer,
    previous_segment text,
    changed_on date NOT NULL,
    cause text NOT NULL,
    rule integer,
    attributes jsonb,
    CONSTRAINT memberships_cause_check CHECK ((cause = ANY (ARRAY['new'::text, 'orders'::text, 'time'::text, 'attributes'::text, 'cut-points'::text, 'both'::text, 'settings'::text])))
);
COMMENT ON TABLE segments.memberships_past IS 'One row per customer and time that is over.';
COMMENT ON COLUMN segments.memberships_past.customer_key IS 'PII. Key of the customer.';
COMMENT ON COLUMN segments.memberships_past.valid_from IS 'First night of the time.';
COMMENT ON COLUMN segments.memberships_past.valid_to IS 'Night from which on it no longer holds; null where it still does.';
COMMENT ON COLUMN segments.memberships_past.segment IS 'Name of the segment.';
COMMENT ON COLUMN segments.memberships_past.r_score IS 'Recency score; null unless scored.';
COMMENT ON COLUMN segments.memberships_past.f_score IS 'Frequency score; null unless scored.';
COMMENT ON COLUMN segments.memberships_past.m_score IS 'Monetary score; null unless scored.';
COMMENT ON COLUMN segments.memberships_past.previous_segment IS 'Segment before the last change; null if it never changed.';
COMMENT ON COLUMN segments.memberships_past.changed_on IS 'Night in which the customer entered the segment.';
COMMENT ON COLUMN segments.memberships_past.cause IS 'Why the customer entered it: new, orders (the customer''s own orders changed), time (it only passed), attributes (an attribute of the customer changed), cut-points (only they changed), both (it took what changed with the customer, and other cut points), settings (the map or the rules did).';
COMMENT ON COLUMN segments.memberships_past.rule IS 'Position in segments.rules of the rule with conditions that holds; null if none does.';
COMMENT ON COLUMN segments.memberships_past.attributes IS 'Values of the attributes that conditions of the map look at; null if none do.';
CREATE TABLE segments.moves (
    night date NOT NULL,
    from_segment text,
    to_segment text,
    customers bigint NOT NULL,
    revenue numeric NOT NULL,
    cause text,
    direction text NOT NULL,
    CONSTRAINT moves_cause_check CHECK ((cause = ANY (ARRAY['new'::text, 'vanished'::text, 'orders'::text, 'time'::text, 'attributes'::text, 'cut-points'::text, 'both'::text, 'settings'::text]))),
    CONSTRAINT moves_direction_check CHECK ((direction = ANY (ARRAY['stayed'::text, 'upgrade'::text, 'downgrade'::text, 'entered'::text, 'left'::text])))
);
COMMENT ON TABLE segments.moves IS 'One row per night, segment left, segment entered and cause; customers who stayed are a row too.';
COMMENT ON COLUMN segments.moves.night IS 'The business date.';
COMMENT ON COLUMN segments.moves.from_segment IS 'Segment in the night before; null for new customers.';
COMMENT ON COLUMN segments.moves.to_segment IS 'Segment in this night; null for customers who left.';
COMMENT ON COLUMN segments.moves.customers IS 'Customers who took that way.';
COMMENT ON COLUMN segments.moves.revenue IS 'Their value less returns in the window of this night; of the night before for customers who left.';
COMMENT ON COLUMN segments.moves.cause IS 'new, vanished, orders (the customer''s own orders changed), time (it only passed), attributes (an attribute of the customer changed), cut-points (only they changed), both (it took what changed with the customer, and other cut points), settings (the map or the rules did); null for customers who stayed.';
COMMENT ON COLUMN segments.moves.direction IS 'upgrade or downgrade by the places of the segments in the map; entered, left or stayed.';
CREATE TABLE segments.nights (
    night date NOT NULL,
    map text NOT NULL,
    definition text NOT NULL,
    scoring_run bigint DEFAULT '-1'::integer NOT NULL
);
COMMENT ON TABLE segments.nights IS 'One row per night: what its segments were named by.';
COMMENT ON COLUMN segments.nights.night IS 'The business date.';
COMMENT ON COLUMN segments.nights.map IS 'Name of the segment map.';
COMMENT ON COLUMN segments.nights.definition IS 'The rules of the map and how its scores were made; another text means that moves of the night are due to settings.';
COMMENT ON COLUMN segments.nights.scoring_run IS 'The run of the stage rfm whose scores were named.';
CREATE TABLE segments.profile_attributes (
    night date NOT NULL,
    segment text NOT NULL,
    attribute text NOT NULL,
    value text NOT NULL,
    customers bigint NOT NULL,
    customers_share numeric NOT NULL,
    share_index numeric NOT NULL
);
COMMENT ON TABLE segments.profile_attributes IS 'One row per night, segment, profile attribute and one of its most frequent values there.';
COMMENT ON COLUMN segments.profile_attributes.night IS 'The business date.';
COMMENT ON COLUMN segments.profile_attributes.segment IS 'Name of the segment.';
COMMENT ON COLUMN segments.profile_attributes.attribute IS 'country, or the name of an attribute of the orders.';
COMMENT ON COLUMN segments.profile_attributes.value IS 'The value that the customers share.';
COMMENT ON COLUMN segments.profile_attributes.customers IS 'Customers of the segment with the value.';
COMMENT ON COLUMN segments.profile_attributes.customers_share IS 'Their share of the segment, 0 to 1.';
COMMENT ON COLUMN segments.profile_attributes.share_index IS '100 times the share in the segment by the share among all customers: over 100 means more than usual.';
CREATE TABLE segments.profiles (
    night date NOT NULL,
    segment text NOT NULL,
    customers bigint NOT NULL,
    customers_share numeric NOT NULL,
    revenue numeric NOT NULL,
    revenue_share numeric NOT NULL,
    mean_recency_days numeric,
    mean_orders_count numeric,
    mean_net_value numeric,
    median_recency_days double precision,
    median_orders_count double precision,
    median_net_value double precision,
    previous_customers bigint NOT NULL,
    moved_in bigint NOT NULL,
    moved_out bigint NOT NULL,
    mean_order_value numeric,
    mean_frequency numeric,
    mean_monetary numeric,
    median_frequency double precision,
    median_monetary double precision,
    frequency_counts text DEFAULT 'orders'::text NOT NULL,
    monetary_value text DEFAULT 'sum'::text NOT NULL
);
COMMENT ON TABLE segments.profiles IS 'One row per segment per night.';
COMMENT ON COLUMN segments.profiles.night IS 'The business date.';
COMMENT ON COLUMN segments.profiles.segment IS 'Name of the segment.';
COMMENT ON COLUMN segments.profiles.customers IS 'Customers in the segment.';
COMMENT ON COLUMN segments.profiles.customers_share IS 'Share of all customers, 0 to 1.';
COMMENT ON COLUMN segments.profiles.revenue IS 'Their value less returns in the window, in the business currency.';
COMMENT ON COLUMN segments.profiles.revenue_share IS 'Share of the revenue of all customers, 0 to 1.';
COMMENT ON COLUMN segments.profiles.mean_recency_days IS 'Mean recency in days; null without an order.';
COMMENT ON COLUMN segments.profiles.mean_orders_count IS 'Mean of orders in the window.';
COMMENT ON COLUMN segments.profiles.mean_net_value IS 'Mean value in the window, in the business currency.';
COMMENT ON COLUMN segments.profiles.median_recency_days IS 'Median recency in days; null without an order.';
COMMENT ON COLUMN segments.profiles.median_orders_count IS 'Median of orders in the window.';
COMMENT ON COLUMN segments.profiles.median_net_value IS 'Median value in the window, in the business currency.';
COMMENT ON COLUMN segments.profiles.previous_customers IS 'Customers in the night before.';
COMMENT ON COLUMN segments.profiles.moved_in IS 'Customers who were elsewhere, or not yet known, in the night before.';
COMMENT ON COLUMN segments.profiles.moved_out IS 'Customers of the night before who are elsewhere, or gone.';
COMMENT ON COLUMN segments.profiles.mean_order_value IS 'Value of the segment''s orders in the window by their number, in the business currency; null without an order.';
COMMENT ON COLUMN segments.profiles.mean_frequency IS 'Mean of frequency as it is scored; frequency_counts says what it counts.';
COMMENT ON COLUMN segments.profiles.mean_monetary IS 'Mean of monetary as it is scored, in the business currency; monetary_value says what it is.';
COMMENT ON COLUMN segments.profiles.median_frequency IS 'Median of frequency as it is scored.';
COMMENT ON COLUMN segments.profiles.median_monetary IS 'Median of monetary as it is scored, in the business currency.';
COMMENT ON COLUMN segments.profiles.frequency_counts IS 'What frequency counts in the window: orders, days, lines or units.';
COMMENT ON COLUMN segments.profiles.monetary_value IS 'What monetary is: sum (value less returns in the window) or mean-order.';
CREATE TABLE segments.rules (
    night date NOT NULL,
    "position" integer NOT NULL,
    segment text NOT NULL,
    rule text NOT NULL,
    cells text[] NOT NULL,
    conditions jsonb NOT NULL
);
COMMENT ON TABLE segments.rules IS 'One row per night and rule of the map with conditions on facts about customers; the first that holds takes the customer, otherwise the cell does.';
COMMENT ON COLUMN segments.rules.night IS 'The business date.';
COMMENT ON COLUMN segments.rules."position" IS 'Place in the map, 1 for the first that is tried.';
COMMENT ON COLUMN segments.rules.segment IS 'Name of the segment.';
COMMENT ON COLUMN segments.rules.rule IS 'The rule as it is written.';
COMMENT ON COLUMN segments.rules.cells IS 'R, F and M scores, such as 543, of the cells in which it is tried.';
COMMENT ON COLUMN segments.rules.conditions IS 'Its conditions on facts, by the keys of the settings.';
CREATE TABLE segments.segments (
    night date NOT NULL,
    segment text NOT NULL,
    "position" integer NOT NULL,
    description text NOT NULL,
    action text NOT NULL,
    channel text NOT NULL,
    offer text NOT NULL
);
COMMENT ON TABLE segments.segments IS 'One row per night and segment that the map names.';
COMMENT ON COLUMN segments.segments.night IS 'The business date.';
COMMENT ON COLUMN segments.segments.segment IS 'Name of the segment.';
COMMENT ON COLUMN segments.segments."position" IS 'Place in the map, 1 for the best; a move to a lower place is an upgrade.';
COMMENT ON COLUMN segments.segments.description IS 'Who is in it, in one line.';
COMMENT ON COLUMN segments.segments.action IS 'What marketing is advised to do.';
COMMENT ON COLUMN segments.segments.channel IS 'Where marketing is advised to speak to them.';
COMMENT ON COLUMN segments.segments.offer IS 'What marketing is advised to offer them.';
ALTER TABLE ONLY audiences.destination_exclusions ATTACH PARTITION audiences.destination_exclusions_live FOR VALUES IN (NULL);
ALTER TABLE ONLY audiences.destination_exclusions ATTACH PARTITION audiences.destination_exclusions_past DEFAULT;
ALTER TABLE ONLY audiences.members ATTACH PARTITION audiences.members_live FOR VALUES IN (NULL);
ALTER TABLE ONLY audiences.members ATTACH PARTITION audiences.members_past DEFAULT;
ALTER TABLE ONLY clustering.members ATTACH PARTITION clustering.members_live FOR VALUES IN (NULL);
ALTER TABLE ONLY clustering.members ATTACH PARTITION clustering.members_past DEFAULT;
ALTER TABLE ONLY rfm.metrics ATTACH PARTITION rfm.metrics_live FOR VALUES IN (NULL);
ALTER TABLE ONLY rfm.metrics ATTACH PARTITION rfm.metrics_past DEFAULT;
ALTER TABLE ONLY segments.memberships ATTACH PARTITION segments.memberships_live FOR VALUES IN (NULL);
ALTER TABLE ONLY segments.memberships ATTACH PARTITION segments.memberships_past DEFAULT;
INSERT INTO audiences.audiences VALUES ('2025-01-30', 'call-list', 1, NULL, 'Valuable customers whom somebody calls', 'phone', 'people', '{excel}', NULL, 0, false, 10, 'global', NULL, 0, 'call-list', NULL, 'nightly', true, 0, 0, false, 0, 0, 0, 0);
INSERT INTO audiences.audiences VALUES ('2025-01-30', 'champions', 2, NULL, 'Best customers, for early access', 'email', 'email', '{klaviyo,generic-csv}', NULL, 0, false, 10, 'global', NULL, 0, 'champions', NULL, 'nightly', true, 0, 0, false, 1, 1, 1, 0);
INSERT INTO audiences.audiences VALUES ('2025-01-30', 'look-alike-seed', 3, NULL, 'Customers whom ads should find more of', 'advertising', 'ads', '{google-customer-match}', NULL, 0, false, 10, 'global', NULL, 0, 'look-alike-seed', NULL, 'nightly', true, 0, 0, false, 1, 1, 1, 0);
INSERT INTO audiences.audiences VALUES ('2025-01-30', 'recent', 4, NULL, '', 'marketing', 'any', '{generic-csv}', NULL, 0, false, 10, 'global', NULL, 0, 'recent', NULL, 'nightly', true, 0, 0, false, 8, 4, 4, 0);
INSERT INTO audiences.audiences VALUES ('2025-01-30', 'welcome', 5, NULL, 'New customers, for the second order', 'email', 'email', '{klaviyo}', NULL, 0, false, 10, 'global', NULL, 0, 'welcome', NULL, 'nightly', true, 0, 0, false, 3, 1, 1, 0);
INSERT INTO audiences.audiences VALUES ('2025-01-30', 'win-back', 6, NULL, 'Good customers who began to slip away', 'email', 'email', '{klaviyo}', NULL, 0, false, 10, 'global', NULL, 10, 'win-back', 30, 'nightly', true, 0, 0, false, 1, 0, 0, 0);
INSERT INTO audiences.audiences VALUES ('2025-01-31', 'call-list', 1, NULL, 'Valuable customers whom somebody calls', 'phone', 'people', '{excel}', NULL, 0, false, 10, 'global', NULL, 0, 'call-list', NULL, 'nightly', true, 0, 0, false, 1, 0, 0, 0);
INSERT INTO audiences.audiences VALUES ('2025-01-31', 'champions', 2, NULL, 'Best customers, for early access', 'email', 'email', '{klaviyo,generic-csv}', NULL, 0, false, 10, 'global', NULL, 0, 'champions', NULL, 'nightly', true, 0, 0, false, 2, 1, 0, 0);
INSERT INTO audiences.audiences VALUES ('2025-01-31', 'look-alike-seed', 3, NULL, 'Customers whom ads should find more of', 'advertising', 'ads', '{google-customer-match}', NULL, 0, false, 10, 'global', NULL, 0, 'look-alike-seed', NULL, 'nightly', true, 0, 0, false, 2, 1, 0, 0);
INSERT INTO audiences.audiences VALUES ('2025-01-31', 'recent', 4, NULL, '', 'marketing', 'any', '{generic-csv}', NULL, 0, false, 10, 'global', NULL, 0, 'recent', NULL, 'nightly', true, 0, 0, false, 9, 4, 0, 0);
INSERT INTO audiences.audiences VALUES ('2025-01-31', 'welcome', 5, NULL, 'New customers, for the second order', 'email', 'email', '{klaviyo}', NULL, 0, false, 10, 'global', NULL, 0, 'welcome', NULL, 'nightly', true, 0, 0, false, 3, 1, 1, 1);
INSERT INTO audiences.audiences VALUES ('2025-01-31', 'win-back', 6, NULL, 'Good customers who began to slip away', 'email', 'email', '{klaviyo}', NULL, 0, false, 10, 'global', NULL, 10, 'win-back', 30, 'nightly', true, 0, 0, false, 2, 0, 0, 0);
INSERT INTO audiences.destinations VALUES ('2025-01-30', 'call-list', 'excel', 1, 'phone', 'people', 0, 0, 0);
INSERT INTO audiences.destinations VALUES ('2025-01-30', 'champions', 'klaviyo', 1, 'email', 'email', 1, 0, 0);
INSERT INTO audiences.destinations VALUES ('2025-01-30', 'champions', 'generic-csv', 2, 'email', 'email', 1, 0, 0);
INSERT INTO audiences.destinations VALUES ('2025-01-30', 'look-alike-seed', 'google-customer-match', 1, 'advertising', 'ads', 1, 0, 0);
INSERT INTO audiences.destinations VALUES ('2025-01-30', 'recent', 'generic-csv', 1, 'marketing', 'any', 4, 0, 0);
INSERT INTO audiences.destinations VALUES ('2025-01-30', 'welcome', 'klaviyo', 1, 'email', 'email', 1, 0, 0);
INSERT INTO audiences.destinations VALUES ('2025-01-30', 'win-back', 'klaviyo', 1, 'email', 'email', 0, 0, 0);
INSERT INTO audiences.destinations VALUES ('2025-01-31', 'call-list', 'excel', 1, 'phone', 'people', 0, 0, 0);
INSERT INTO audiences.destinations VALUES ('2025-01-31', 'champions', 'klaviyo', 1, 'email', 'email', 1, 0, 0);
INSERT INTO audiences.destinations VALUES ('2025-01-31', 'champions', 'generic-csv', 2, 'email', 'email', 1, 0, 0);
INSERT INTO audiences.destinations VALUES ('2025-01-31', 'look-alike-seed', 'google-customer-match', 1, 'advertising', 'ads', 1, 0, 0);
INSERT INTO audiences.destinations VALUES ('2025-01-31', 'recent', 'generic-csv', 1, 'marketing', 'any', 4, 0, 0);
INSERT INTO audiences.destinations VALUES ('2025-01-31', 'welcome', 'klaviyo', 1, 'email', 'email', 1, 0, 0);
INSERT INTO audiences.destinations VALUES ('2025-01-31', 'win-back', 'klaviyo', 1, 'email', 'email', 0, 0, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'call-list', 'erased', 1, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'call-list', 'opted-out', 2, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'call-list', 'channel-opted-out', 3, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'call-list', 'no-consent', 4, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'call-list', 'no-identifier', 5, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'call-list', 'holdout', 6, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'call-list', 'lower-priority', 7, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'champions', 'erased', 1, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'champions', 'opted-out', 2, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'champions', 'channel-opted-out', 3, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'champions', 'no-consent', 4, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'champions', 'no-identifier', 5, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'champions', 'holdout', 6, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'champions', 'lower-priority', 7, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'look-alike-seed', 'erased', 1, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'look-alike-seed', 'opted-out', 2, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'look-alike-seed', 'channel-opted-out', 3, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'look-alike-seed', 'no-consent', 4, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'look-alike-seed', 'no-identifier', 5, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'look-alike-seed', 'holdout', 6, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'look-alike-seed', 'lower-priority', 7, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'recent', 'erased', 1, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'recent', 'opted-out', 2, 1);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'recent', 'channel-opted-out', 3, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'recent', 'no-consent', 4, 3);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'recent', 'no-identifier', 5, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'recent', 'holdout', 6, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'recent', 'lower-priority', 7, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'welcome', 'erased', 1, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'welcome', 'opted-out', 2, 1);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'welcome', 'channel-opted-out', 3, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'welcome', 'no-consent', 4, 1);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'welcome', 'no-identifier', 5, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'welcome', 'holdout', 6, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'welcome', 'lower-priority', 7, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'win-back', 'erased', 1, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'win-back', 'opted-out', 2, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'win-back', 'channel-opted-out', 3, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'win-back', 'no-consent', 4, 1);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'win-back', 'no-identifier', 5, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'win-back', 'holdout', 6, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-30', 'win-back', 'lower-priority', 7, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'call-list', 'erased', 1, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'call-list', 'opted-out', 2, 1);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'call-list', 'channel-opted-out', 3, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'call-list', 'no-consent', 4, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'call-list', 'no-identifier', 5, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'call-list', 'holdout', 6, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'call-list', 'lower-priority', 7, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'champions', 'erased', 1, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'champions', 'opted-out', 2, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'champions', 'channel-opted-out', 3, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'champions', 'no-consent', 4, 1);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'champions', 'no-identifier', 5, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'champions', 'holdout', 6, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'champions', 'lower-priority', 7, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'look-alike-seed', 'erased', 1, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'look-alike-seed', 'opted-out', 2, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'look-alike-seed', 'channel-opted-out', 3, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'look-alike-seed', 'no-consent', 4, 1);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'look-alike-seed', 'no-identifier', 5, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'look-alike-seed', 'holdout', 6, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'look-alike-seed', 'lower-priority', 7, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'recent', 'erased', 1, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'recent', 'opted-out', 2, 1);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'recent', 'channel-opted-out', 3, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'recent', 'no-consent', 4, 4);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'recent', 'no-identifier', 5, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'recent', 'holdout', 6, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'recent', 'lower-priority', 7, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'welcome', 'erased', 1, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'welcome', 'opted-out', 2, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'welcome', 'channel-opted-out', 3, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'welcome', 'no-consent', 4, 2);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'welcome', 'no-identifier', 5, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'welcome', 'holdout', 6, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'welcome', 'lower-priority', 7, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'win-back', 'erased', 1, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'win-back', 'opted-out', 2, 1);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'win-back', 'channel-opted-out', 3, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'win-back', 'no-consent', 4, 1);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'win-back', 'no-identifier', 5, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'win-back', 'holdout', 6, 0);
INSERT INTO audiences.exclusions VALUES ('2025-01-31', 'win-back', 'lower-priority', 7, 0);
INSERT INTO audiences.holdouts VALUES ('', 'G', 'global', 643, '2025-01-30');
INSERT INTO audiences.holdouts VALUES ('win-back', 'C', 'win-back', 542, '2025-01-30');
INSERT INTO audiences.holdouts VALUES ('', 'K', 'global', 490, '2025-01-31');
INSERT INTO audiences.members_live VALUES ('H', 'welcome', '2025-01-30', NULL, 'no-consent');
INSERT INTO audiences.members_live VALUES ('H', 'recent', '2025-01-30', NULL, 'no-consent');
INSERT INTO audiences.members_live VALUES ('G', 'recent', '2025-01-30', NULL, 'no-consent');
INSERT INTO audiences.members_live VALUES ('E', 'recent', '2025-01-30', NULL, NULL);
INSERT INTO audiences.members_live VALUES ('A', 'champions', '2025-01-30', NULL, NULL);
INSERT INTO audiences.members_live VALUES ('G', 'win-back', '2025-01-30', NULL, 'no-consent');
INSERT INTO audiences.members_live VALUES ('D', 'recent', '2025-01-30', NULL, 'opted-out');
INSERT INTO audiences.members_live VALUES ('B', 'recent', '2025-01-30', NULL, NULL);
INSERT INTO audiences.members_live VALUES ('A', 'look-alike-seed', '2025-01-30', NULL, NULL);
INSERT INTO audiences.members_live VALUES ('C', 'recent', '2025-01-30', NULL, 'no-consent');
INSERT INTO audiences.members_live VALUES ('A', 'recent', '2025-01-30', NULL, NULL);
INSERT INTO audiences.members_live VALUES ('D', 'call-list', '2025-01-31', NULL, 'opted-out');
INSERT INTO audiences.members_live VALUES ('C', 'champions', '2025-01-31', NULL, 'no-consent');
INSERT INTO audiences.members_live VALUES ('C', 'look-alike-seed', '2025-01-31', NULL, 'no-consent');
INSERT INTO audiences.members_live VALUES ('K', 'recent', '2025-01-31', NULL, 'no-consent');
INSERT INTO audiences.members_live VALUES ('K', 'welcome', '2025-01-31', NULL, 'no-consent');
INSERT INTO audiences.members_live VALUES ('B', 'welcome', '2025-01-31', NULL, NULL);
INSERT INTO audiences.members_live VALUES ('D', 'win-back', '2025-01-31', NULL, 'opted-out');
INSERT INTO audiences.members_live VALUES ('erased-9ae5808be1946e25ce2b8eb3', 'recent', '2025-01-30', NULL, NULL);
INSERT INTO audiences.members_past VALUES ('D', 'welcome', '2025-01-30', '2025-01-31', 'opted-out');
INSERT INTO audiences.members_past VALUES ('E', 'welcome', '2025-01-30', '2025-01-31', NULL);
INSERT INTO clustering.centroid_values VALUES ('2025-01-30', 1, 'recency', 1.3877787807814457e-17, 32.5, false);
INSERT INTO clustering.centroid_values VALUES ('2025-01-30', 1, 'frequency', 1.1102230246251565e-16, 1, false);
INSERT INTO clustering.centroid_values VALUES ('2025-01-30', 1, 'monetary', -3.885780586188048e-16, 68.75, false);
INSERT INTO clustering.centroid_values VALUES ('2025-01-31', 1, 'recency', 9.868649107779169e-17, 11, false);
INSERT INTO clustering.centroid_values VALUES ('2025-01-31', 1, 'frequency', 0, 1, false);
INSERT INTO clustering.centroid_values VALUES ('2025-01-31', 1, 'monetary', -3.39234813079909e-17, 62, false);
INSERT INTO clustering.centroid_values VALUES ('2025-01-31', 1, 'recency', 0.9670749797756167, 80, true);
INSERT INTO clustering.centroid_values VALUES ('2025-01-31', 1, 'frequency', -0.5345224838248488, 1, true);
INSERT INTO clustering.centroid_values VALUES ('2025-01-31', 1, 'monetary', 0.29109102668827647, 71, true);
INSERT INTO clustering.centroid_values VALUES ('2025-01-31', 3, 'recency', -0.8011287878275306, 2, true);
INSERT INTO clustering.centroid_values VALUES ('2025-01-31', 3, 'frequency', -0.5345224838248488, 1, true);
INSERT INTO clustering.centroid_values VALUES ('2025-01-31', 3, 'monetary', -1.1016565139570509, 15.5, true);
INSERT INTO clustering.centroid_values VALUES ('2025-01-31', 2, 'recency', -0.7324567778099371, 3.5, true);
INSERT INTO clustering.centroid_values VALUES ('2025-01-31', 2, 'frequency', 1.8708286933869707, 2, true);
INSERT INTO clustering.centroid_values VALUES ('2025-01-31', 2, 'monetary', 1.0703027175590234, 210, true);
INSERT INTO clustering.centroids VALUES ('2025-01-30', 1, 8, false, 1, '1-3 months ago, one order', false, NULL);
INSERT INTO clustering.centroids VALUES ('2025-01-31', 1, 9, false, 1, '1-3 months ago, one order', false, NULL);
INSERT INTO clustering.centroids VALUES ('2025-01-31', 1, 4, true, 2, '1-3 months ago, one order', false, 'Gold');
INSERT INTO clustering.centroids VALUES ('2025-01-31', 3, 3, true, 3, 'recent, one order, low value', false, 'Silver');
INSERT INTO clustering.centroids VALUES ('2025-01-31', 2, 2, true, 1, 'recent, two orders, high value', false, 'Platinum');
INSERT INTO clustering.features VALUES ('2025-01-30', 'recency', 'log1p', 3.4286376416046003, 1.6209917095692494, 1, 32.5, 0, NULL, NULL, false, false);
INSERT INTO clustering.features VALUES ('2025-01-30', 'frequency', 'log1p', 0.7945134575869863, 0.175571541984937, 2, 1, 0, NULL, NULL, false, false);
INSERT INTO clustering.features VALUES ('2025-01-30', 'monetary', 'log1p', 4.273413660598358, 0.9014454713175641, 3, 68.75, 0, NULL, NULL, false, false);
INSERT INTO clustering.features VALUES ('2025-01-31', 'recency', 'log1p', 2.653019108273138, 1.820572194652463, 1, 11, 0, NULL, NULL, false, false);
INSERT INTO clustering.features VALUES ('2025-01-31', 'frequency', 'log1p', 0.7832505379173151, 0.1685679463146675, 2, 1, 0, NULL, NULL, false, false);
INSERT INTO clustering.features VALUES ('2025-01-31', 'monetary', 'log1p', 4.227949069597629, 1.0490347420134134, 3, 62, 0, NULL, NULL, false, false);
INSERT INTO clustering.features VALUES ('2025-01-31', 'recency', 'log1p', 2.653019108273138, 1.820572194652463, 1, 11, 0, NULL, NULL, false, true);
INSERT INTO clustering.features VALUES ('2025-01-31', 'frequency', 'log1p', 0.7832505379173151, 0.1685679463146675, 2, 1, 0, NULL, NULL, false, true);
INSERT INTO clustering.features VALUES ('2025-01-31', 'monetary', 'log1p', 4.227949069597629, 1.0490347420134134, 3, 62, 0, NULL, NULL, false, true);
INSERT INTO clustering.members_live VALUES ('H', '2025-01-30', NULL, 1);
INSERT INTO clustering.members_live VALUES ('G', '2025-01-30', NULL, 1);
INSERT INTO clustering.members_live VALUES ('E', '2025-01-30', NULL, 1);
INSERT INTO clustering.members_live VALUES ('B', '2025-01-30', NULL, 1);
INSERT INTO clustering.members_live VALUES ('C', '2025-01-30', NULL, 1);
INSERT INTO clustering.members_live VALUES ('D', '2025-01-30', NULL, 1);
INSERT INTO clustering.members_live VALUES ('A', '2025-01-30', NULL, 1);
INSERT INTO clustering.members_live VALUES ('K', '2025-01-31', NULL, 1);
INSERT INTO clustering.members_live VALUES ('erased-9ae5808be1946e25ce2b8eb3', '2025-01-30', NULL, 1);
INSERT INTO clustering.models VALUES ('2025-01-30', 'ELKI 0.8.0 Exponion k-means, k-means++', 1, 1, 10, 8, 24.000000000000004, NULL, 'buyers', 'z-score', 'simplified-silhouette', false, '2025-01-30', 'buyers, z-score: recency log1p, frequency log1p, monetary log1p; orders in P365D, sum', NULL);
INSERT INTO clustering.models VALUES ('2025-01-31', 'ELKI 0.8.0 Exponion k-means, k-means++', 1, 1, 10, 9, 26.999999999999996, NULL, 'buyers', 'z-score', 'simplified-silhouette', false, '2025-01-31', 'buyers, z-score: recency log1p, frequency log1p, monetary log1p; orders in P365D, sum', 1);
INSERT INTO clustering.models VALUES ('2025-01-31', 'ELKI 0.8.0 Exponion k-means, k-means++', 3, 1, 10, 9, 4.989683085256296, 0.5390011368936992, 'buyers', 'z-score', 'simplified-silhouette', true, '2025-01-31', 'buyers, z-score: recency log1p, frequency log1p, monetary log1p; orders in P365D, sum', 0);
INSERT INTO clustering.nights VALUES ('2025-01-30', 'first', NULL, NULL, NULL, 0, '[]');
INSERT INTO clustering.nights VALUES ('2025-01-31', 'refitted', 1, 8, 0, 0, '[]');
INSERT INTO clustering.profile_attributes VALUES ('2025-01-30', 1, 'country', 'GB', 4, 0.50000000000000000000, 100.00000000000000000000);
INSERT INTO clustering.profile_attributes VALUES ('2025-01-30', 1, 'country', 'FR', 2, 0.25000000000000000000, 100.00000000000000000000);
INSERT INTO clustering.profile_attributes VALUES ('2025-01-31', 1, 'country', 'GB', 4, 0.44444444444444444444, 99.99999999999999999900);
INSERT INTO clustering.profile_attributes VALUES ('2025-01-31', 1, 'country', 'FR', 2, 0.22222222222222222222, 99.99999999999999999900);
INSERT INTO clustering.profile_features VALUES ('2025-01-30', 1, 'recency', 83.125, 32.5);
INSERT INTO clustering.profile_features VALUES ('2025-01-30', 1, 'frequency', 1.25, 1);
INSERT INTO clustering.profile_features VALUES ('2025-01-30', 1, 'monetary', 98.3125, 68.75);
INSERT INTO clustering.profile_features VALUES ('2025-01-31', 1, 'recency', 59, 11);
INSERT INTO clustering.profile_features VALUES ('2025-01-31', 1, 'frequency', 1.2222222222222223, 1);
INSERT INTO clustering.profile_features VALUES ('2025-01-31', 1, 'monetary', 105.16666666666667, 62);
INSERT INTO clustering.profiles VALUES ('2025-01-31', 1, 9, 1, 946.50, 1, NULL, NULL, '{E,G,D,K,B}');
INSERT INTO clustering.profiles VALUES ('2025-01-30', 1, 8, 1, 786.50, 1, NULL, NULL, '{E,G,C,D,erased-9ae5808be1946e25ce2b8eb3}');
INSERT INTO clustering.quality VALUES ('2025-01-30', 1, 24.000000000000004, NULL, NULL, NULL, NULL, NULL, NULL, -0.3344908577664589, NULL, 8, 0, true);
INSERT INTO clustering.quality VALUES ('2025-01-30', 3, 4.03044526426163, 0.653820968098363, 0.3786778952310259, 12.386692676867776, -33.463142331094616, 0, 0.5012157170454816, 0.0775595726419318, 0.42726697430999294, 8, 3, false);
INSERT INTO clustering.quality VALUES ('2025-01-30', 4, 2.018066853454301, 0.5511073126785466, 0.2926180653504488, 14.523425794951232, -31.961197689326525, 0.2992943158542045, 0.3884883420375387, NULL, NULL, 8, 2, false);
INSERT INTO clustering.quality VALUES ('2025-01-30', 5, 1.0761062457755097, 0.47068016908546073, 0.2382486209415026, 15.976972890142523, -31.736395229814885, 0.33300561719136745, 0.33808284539936734, NULL, NULL, 8, 2, false);
INSERT INTO clustering.quality VALUES ('2025-01-30', 6, 0.272246682980742, 0.2792063033505082, 0.15913243960193338, 34.86213761318473, -23.114682409623057, 0.3324524549694841, 0.2051351139294623, NULL, NULL, 8, 2, false);
INSERT INTO clustering.quality VALUES ('2025-01-30', 7, 0.05427975935623662, 0.17842857843300575, 0.14526401849871556, 73.52562761467135, -15.61046727653087, 0.18653256506482274, 0.10685715686601154, NULL, NULL, 8, 2, false);
INSERT INTO clustering.quality VALUES ('2025-01-30', 8, 0, 0, 0, NULL, NULL, 0, 0, NULL, NULL, 8, 2, false);
INSERT INTO clustering.quality VALUES ('2025-01-31', 1, 26.999999999999996, NULL, NULL, NULL, NULL, NULL, NULL, -0.4213551834605136, NULL, 9, 0, false);
INSERT INTO clustering.quality VALUES ('2025-01-31', 3, 4.989683085256296, 0.7260512071613396, 0.5693801316611554, 13.233495918677054, -39.22190902336918, 0, 0.5390011368936992, 0.019480806292234032, 0.2842408296436016, 9, 2, true);
INSERT INTO clustering.quality VALUES ('2025-01-31', 4, 2.8736414687595166, 0.6665334956598306, 0.3963649327896267, 13.99290690547608, -37.93943244550499, 0.2396940233289494, 0.49091036684310946, NULL, NULL, 9, 2, false);
INSERT INTO clustering.quality VALUES ('2025-01-31', 5, 1.5504236595527252, 0.5730525716039516, 0.3489518611342243, 16.4145949293557, -36.666848429615264, 0.31464653736970427, 0.386219622277366, NULL, NULL, 9, 2, false);
INSERT INTO clustering.quality VALUES ('2025-01-31', 6, 0.8218415210354287, 0.5081375984729087, 0.25890607515936126, 19.111829574623833, -35.68700083653215, 0.26603921760471877, 0.34960853027915084, NULL, NULL, 9, 2, false);
INSERT INTO clustering.quality VALUES ('2025-01-31', 7, 0.41799029142992694, 0.349324847432332, 0.18837456350127532, 21.198267243348443, -35.21570447865558, 0.14995579589279828, 0.25420525042021946, NULL, NULL, 9, 2, false);
INSERT INTO clustering.quality VALUES ('2025-01-31', 8, 0.17715095103235723, 0.1561312939690631, 0.16021221633761687, 21.630341559521465, -36.166166559650115, 0, 0.09004036571590397, NULL, NULL, 9, 2, false);
INSERT INTO deliver.changes VALUES ('2025-01-30', 'excel', 'call-list', NULL, 0, 0, 0, 0, 0, 0, 0, true, NULL);
INSERT INTO deliver.changes VALUES ('2025-01-30', 'klaviyo', 'champions', NULL, 0, 1, 1, 0, 0, 0, 0, true, NULL);
INSERT INTO deliver.changes VALUES ('2025-01-30', 'generic-csv', 'champions', NULL, 0, 1, 1, 0, 0, 0, 0, true, NULL);
INSERT INTO deliver.changes VALUES ('2025-01-30', 'google-customer-match', 'look-alike-seed', NULL, 0, 1, 1, 0, 0, 0, 0, true, NULL);
INSERT INTO deliver.changes VALUES ('2025-01-30', 'generic-csv', 'recent', NULL, 0, 4, 4, 0, 0, 0, 0, true, NULL);
INSERT INTO deliver.changes VALUES ('2025-01-30', 'klaviyo', 'welcome', NULL, 0, 1, 1, 0, 0, 0, 0, true, NULL);
INSERT INTO deliver.changes VALUES ('2025-01-30', 'klaviyo', 'win-back', NULL, 0, 0, 0, 0, 0, 0, 0, true, NULL);
INSERT INTO deliver.changes VALUES ('2025-01-31', 'excel', 'call-list', '2025-01-30', 0, 0, 0, 0, 0, 0, 0, true, NULL);
INSERT INTO deliver.changes VALUES ('2025-01-31', 'klaviyo', 'champions', '2025-01-30', 1, 1, 0, 0, 0, 0, 0, true, NULL);
INSERT INTO deliver.changes VALUES ('2025-01-31', 'generic-csv', 'champions', '2025-01-30', 1, 1, 0, 0, 0, 0, 0, true, NULL);
INSERT INTO deliver.changes VALUES ('2025-01-31', 'google-customer-match', 'look-alike-seed', '2025-01-30', 1, 1, 0, 0, 0, 0, 0, true, NULL);
INSERT INTO deliver.changes VALUES ('2025-01-31', 'generic-csv', 'recent', '2025-01-30', 4, 4, 0, 2, 0, 0, 0, true, NULL);
INSERT INTO deliver.changes VALUES ('2025-01-31', 'klaviyo', 'welcome', '2025-01-30', 1, 1, 1, 0, 1, 0, 0, true, NULL);
INSERT INTO deliver.changes VALUES ('2025-01-31', 'klaviyo', 'win-back', '2025-01-30', 0, 0, 0, 0, 0, 0, 0, true, NULL);
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (1, 'delivered', '2025-01-30', 1, 'call-list', 'excel', 'extracts', 'excel/call-list/2025-01-30/call-list__2025-01-30__full.xlsx', 'full', 0, 3872, '3a1b65c13114716849e30081ef7db7d0bddc9b5f33c44105b32ab5c776494950', '2025-04-30', 'root', 'nightjar', '2026-11-30 15:44:30.951503+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (2, 'delivered', '2025-01-30', 1, 'call-list', 'excel', 'extracts', 'excel/call-list/2025-01-30/datapackage.json', NULL, 0, 2024, '430b4dd20424473ee2d856a0c0270527ac9d661ae0285999b692ce7944e52aba', '2025-04-30', 'root', 'nightjar', '2026-11-30 15:44:30.951527+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (3, 'delivered', '2025-01-30', 1, 'call-list', 'excel', 'extracts', 'excel/call-list/2025-01-30/_SUCCESS', NULL, 0, 0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '2025-04-30', 'root', 'nightjar', '2026-11-30 15:44:30.95153+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (4, 'delivered', '2025-01-30', 1, 'call-list', 'excel', 'extracts', 'excel/call-list/current.xlsx', 'copy', 0, 3872, '3a1b65c13114716849e30081ef7db7d0bddc9b5f33c44105b32ab5c776494950', '2025-04-30', 'root', 'nightjar', '2026-11-30 15:44:30.951531+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (5, 'delivered', '2025-01-30', 1, 'champions', 'klaviyo', 'extracts', 'profiles/champions_20250130_full.csv', 'full', 1, 134, '939f7648588375d30756787223cd3d7f82eec844caabe9a4881dae2fb61626a0', '2025-04-30', 'root', 'nightjar', '2026-11-30 15:44:31.039558+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (6, 'delivered', '2025-01-30', 1, 'champions', 'generic-csv', 'extracts', 'generic-csv/champions/2025-01-30/champions__2025-01-30__full.csv', 'full', 1, 165, '33dbd058a336fb07bb49db157d5a8c4da88117df35eeb9c0f11c85fcb10cbb19', '2025-04-30', 'root', 'nightjar', '2026-11-30 15:44:31.11087+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (7, 'delivered', '2025-01-30', 1, 'champions', 'generic-csv', 'extracts', 'generic-csv/champions/2025-01-30/datapackage.json', NULL, 0, 2157, 'de8686517b4085e8c283b07c6210470e1e2adef92e8f70be61ccd64539ebe2cd', '2025-04-30', 'root', 'nightjar', '2026-11-30 15:44:31.111216+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (8, 'delivered', '2025-01-30', 1, 'champions', 'generic-csv', 'extracts', 'generic-csv/champions/2025-01-30/_SUCCESS', NULL, 0, 0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '2025-04-30', 'root', 'nightjar', '2026-11-30 15:44:31.11124+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (9, 'delivered', '2025-01-30', 1, 'champions', 'generic-csv', 'extracts', 'generic-csv/champions/current.csv', 'copy', 1, 165, '33dbd058a336fb07bb49db157d5a8c4da88117df35eeb9c0f11c85fcb10cbb19', '2025-04-30', 'root', 'nightjar', '2026-11-30 15:44:31.111242+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (10, 'delivered', '2025-01-30', 1, 'look-alike-seed', 'google-customer-match', 'extracts', 'google-customer-match/look-alike-seed/2025-01-30/look-alike-seed__2025-01-30__full.csv', 'full', 1, 309, 'd05f5af96e1fd6b34c3b9ce35b93ec3335f67389bd53e4e13b7e7075db05fbaa', '2025-04-30', 'root', 'nightjar', '2026-11-30 15:44:31.184236+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (11, 'delivered', '2025-01-30', 1, 'look-alike-seed', 'google-customer-match', 'extracts', 'google-customer-match/look-alike-seed/2025-01-30/datapackage.json', NULL, 0, 2255, '59527863eb095fda267e2a67940538a324275a64d462181acd1b60de5af665df', '2025-04-30', 'root', 'nightjar', '2026-11-30 15:44:31.184251+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (12, 'delivered', '2025-01-30', 1, 'look-alike-seed', 'google-customer-match', 'extracts', 'google-customer-match/look-alike-seed/2025-01-30/_SUCCESS', NULL, 0, 0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '2025-04-30', 'root', 'nightjar', '2026-11-30 15:44:31.184252+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (13, 'delivered', '2025-01-30', 1, 'look-alike-seed', 'google-customer-match', 'extracts', 'google-customer-match/look-alike-seed/current.csv', 'copy', 1, 309, 'd05f5af96e1fd6b34c3b9ce35b93ec3335f67389bd53e4e13b7e7075db05fbaa', '2025-04-30', 'root', 'nightjar', '2026-11-30 15:44:31.184253+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (14, 'delivered', '2025-01-30', 1, 'recent', 'generic-csv', 'extracts', 'generic-csv/recent/2025-01-30/recent__2025-01-30__full.csv', 'full', 4, 338, '3340f7869f22461ffdc301bed91d32c7d7e6d0034b0f9cc4ed579c1ecd888251', '2025-04-30', 'root', 'nightjar', '2026-11-30 15:44:31.235595+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (15, 'delivered', '2025-01-30', 1, 'recent', 'generic-csv', 'extracts', 'generic-csv/recent/2025-01-30/datapackage.json', NULL, 0, 2114, 'f1b6f55df5b826ce2d5ded127a3fb1bf5853dc431634843fd9eadf8ebb4baa58', '2025-04-30', 'root', 'nightjar', '2026-11-30 15:44:31.235614+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (16, 'delivered', '2025-01-30', 1, 'recent', 'generic-csv', 'extracts', 'generic-csv/recent/2025-01-30/_SUCCESS', NULL, 0, 0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '2025-04-30', 'root', 'nightjar', '2026-11-30 15:44:31.235615+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (17, 'delivered', '2025-01-30', 1, 'recent', 'generic-csv', 'extracts', 'generic-csv/recent/current.csv', 'copy', 4, 338, '3340f7869f22461ffdc301bed91d32c7d7e6d0034b0f9cc4ed579c1ecd888251', '2025-04-30', 'root', 'nightjar', '2026-11-30 15:44:31.235617+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (18, 'delivered', '2025-01-30', 1, 'welcome', 'klaviyo', 'extracts', 'profiles/welcome_20250130_full.csv', 'full', 1, 132, '7dd82ce5cfbe6a08b5a1a35698ee1b6ea42f7111b54c59feca4c49ead324e8c2', '2025-04-30', 'root', 'nightjar', '2026-11-30 15:44:31.268814+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (19, 'delivered', '2025-01-30', 1, 'win-back', 'klaviyo', 'extracts', 'profiles/win-back_20250130_full.csv', 'full', 0, 78, 'ad074c0ad8fd93adcef3d5b0d5006a5c125dd733b4ace9206a773d3e50ea5dee', '2025-04-30', 'root', 'nightjar', '2026-11-30 15:44:31.308565+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (20, 'delivered', '2025-01-31', 1, 'call-list', 'excel', 'extracts', 'excel/call-list/2025-01-31/call-list__2025-01-31__full.xlsx', 'full', 0, 3872, '3a1b65c13114716849e30081ef7db7d0bddc9b5f33c44105b32ab5c776494950', '2025-05-01', 'root', 'nightjar', '2026-11-30 15:44:38.30248+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (21, 'delivered', '2025-01-31', 1, 'call-list', 'excel', 'extracts', 'excel/call-list/2025-01-31/datapackage.json', NULL, 0, 2032, '258de43e4b3f621e52ac7573c780cf60d94091768e9d27aff8560dcda325a724', '2025-05-01', 'root', 'nightjar', '2026-11-30 15:44:38.302558+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (22, 'delivered', '2025-01-31', 1, 'call-list', 'excel', 'extracts', 'excel/call-list/2025-01-31/_SUCCESS', NULL, 0, 0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '2025-05-01', 'root', 'nightjar', '2026-11-30 15:44:38.30256+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (23, 'delivered', '2025-01-31', 1, 'call-list', 'excel', 'extracts', 'excel/call-list/current.xlsx', 'copy', 0, 3872, '3a1b65c13114716849e30081ef7db7d0bddc9b5f33c44105b32ab5c776494950', '2025-05-01', 'root', 'nightjar', '2026-11-30 15:44:38.302562+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (24, 'delivered', '2025-01-31', 1, 'champions', 'klaviyo', 'extracts', 'profiles/champions_20250131_full.csv', 'full', 1, 134, '939f7648588375d30756787223cd3d7f82eec844caabe9a4881dae2fb61626a0', '2025-05-01', 'root', 'nightjar', '2026-11-30 15:44:38.405079+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (25, 'delivered', '2025-01-31', 1, 'champions', 'generic-csv', 'extracts', 'generic-csv/champions/2025-01-31/champions__2025-01-31__full.csv', 'full', 1, 165, '5b0d6c345abf65da0a180f4930be7239ff268db638494843b063e5851960f665', '2025-05-01', 'root', 'nightjar', '2026-11-30 15:44:38.510877+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (26, 'delivered', '2025-01-31', 1, 'champions', 'generic-csv', 'extracts', 'generic-csv/champions/2025-01-31/datapackage.json', NULL, 0, 2165, 'a76a0f1eb19a4dc678553c31ac42f07b7459630c18f748cf6e710b1fb9bea3dc', '2025-05-01', 'root', 'nightjar', '2026-11-30 15:44:38.510902+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (27, 'delivered', '2025-01-31', 1, 'champions', 'generic-csv', 'extracts', 'generic-csv/champions/2025-01-31/_SUCCESS', NULL, 0, 0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '2025-05-01', 'root', 'nightjar', '2026-11-30 15:44:38.510915+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (28, 'delivered', '2025-01-31', 1, 'champions', 'generic-csv', 'extracts', 'generic-csv/champions/current.csv', 'copy', 1, 165, '5b0d6c345abf65da0a180f4930be7239ff268db638494843b063e5851960f665', '2025-05-01', 'root', 'nightjar', '2026-11-30 15:44:38.510917+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (29, 'delivered', '2025-01-31', 1, 'look-alike-seed', 'google-customer-match', 'extracts', 'google-customer-match/look-alike-seed/2025-01-31/look-alike-seed__2025-01-31__full.csv', 'full', 1, 309, 'd05f5af96e1fd6b34c3b9ce35b93ec3335f67389bd53e4e13b7e7075db05fbaa', '2025-05-01', 'root', 'nightjar', '2026-11-30 15:44:38.613161+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (30, 'delivered', '2025-01-31', 1, 'look-alike-seed', 'google-customer-match', 'extracts', 'google-customer-match/look-alike-seed/2025-01-31/datapackage.json', NULL, 0, 2263, 'a6f0dfdf8624b0ca4d4cdeaa77f6f854e9f699d18f21e2e75e7a015b6f745d82', '2025-05-01', 'root', 'nightjar', '2026-11-30 15:44:38.613182+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (31, 'delivered', '2025-01-31', 1, 'look-alike-seed', 'google-customer-match', 'extracts', 'google-customer-match/look-alike-seed/2025-01-31/_SUCCESS', NULL, 0, 0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '2025-05-01', 'root', 'nightjar', '2026-11-30 15:44:38.613195+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (32, 'delivered', '2025-01-31', 1, 'look-alike-seed', 'google-customer-match', 'extracts', 'google-customer-match/look-alike-seed/current.csv', 'copy', 1, 309, 'd05f5af96e1fd6b34c3b9ce35b93ec3335f67389bd53e4e13b7e7075db05fbaa', '2025-05-01', 'root', 'nightjar', '2026-11-30 15:44:38.613196+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (33, 'delivered', '2025-01-31', 1, 'recent', 'generic-csv', 'extracts', 'generic-csv/recent/2025-01-31/recent__2025-01-31__full.csv', 'full', 4, 338, '1057987144f2cd7a84521906df90e32bda386c2d5d9d334883dd368e74d3f011', '2025-05-01', 'root', 'nightjar', '2026-11-30 15:44:38.675129+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (34, 'delivered', '2025-01-31', 1, 'recent', 'generic-csv', 'extracts', 'generic-csv/recent/2025-01-31/datapackage.json', NULL, 0, 2122, 'c7714074c12e9a1bf8b0b056af315c53805851d2873c3a8ffa3a24ae94cc82a5', '2025-05-01', 'root', 'nightjar', '2026-11-30 15:44:38.675147+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (35, 'delivered', '2025-01-31', 1, 'recent', 'generic-csv', 'extracts', 'generic-csv/recent/2025-01-31/_SUCCESS', NULL, 0, 0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '2025-05-01', 'root', 'nightjar', '2026-11-30 15:44:38.675149+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (36, 'delivered', '2025-01-31', 1, 'recent', 'generic-csv', 'extracts', 'generic-csv/recent/current.csv', 'copy', 4, 338, '1057987144f2cd7a84521906df90e32bda386c2d5d9d334883dd368e74d3f011', '2025-05-01', 'root', 'nightjar', '2026-11-30 15:44:38.67515+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (37, 'delivered', '2025-01-31', 1, 'welcome', 'klaviyo', 'extracts', 'profiles/welcome_20250131_full.csv', 'full', 1, 123, 'f65a949f76c5a3f7bd5fdb895d4f27f98c7e62b79b580aabf346b11b55171978', '2025-05-01', 'root', 'nightjar', '2026-11-30 15:44:38.722662+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (38, 'delivered', '2025-01-31', 1, 'win-back', 'klaviyo', 'extracts', 'profiles/win-back_20250131_full.csv', 'full', 0, 78, 'ad074c0ad8fd93adcef3d5b0d5006a5c125dd733b4ace9206a773d3e50ea5dee', '2025-05-01', 'root', 'nightjar', '2026-11-30 15:44:38.766932+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (39, 'withdrawn', '2025-01-30', 1, 'recent', 'generic-csv', 'extracts', 'generic-csv/recent/2025-01-30/recent__2025-01-30__full.csv', 'full', 4, 338, '3340f7869f22461ffdc301bed91d32c7d7e6d0034b0f9cc4ed579c1ecd888251', '2025-04-30', 'root', 'nightjar', '2026-11-30 15:44:40.650463+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (40, 'withdrawn', '2025-01-30', 1, 'recent', 'generic-csv', 'extracts', 'generic-csv/recent/2025-01-30/datapackage.json', NULL, 0, 2114, 'f1b6f55df5b826ce2d5ded127a3fb1bf5853dc431634843fd9eadf8ebb4baa58', '2025-04-30', 'root', 'nightjar', '2026-11-30 15:44:40.650549+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (41, 'withdrawn', '2025-01-30', 1, 'recent', 'generic-csv', 'extracts', 'generic-csv/recent/2025-01-30/_SUCCESS', NULL, 0, 0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '2025-04-30', 'root', 'nightjar', '2026-11-30 15:44:40.650555+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (42, 'withdrawn', '2025-01-31', 1, 'recent', 'generic-csv', 'extracts', 'generic-csv/recent/2025-01-31/recent__2025-01-31__full.csv', 'full', 4, 338, '1057987144f2cd7a84521906df90e32bda386c2d5d9d334883dd368e74d3f011', '2025-05-01', 'root', 'nightjar', '2026-11-30 15:44:40.65056+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (43, 'withdrawn', '2025-01-31', 1, 'recent', 'generic-csv', 'extracts', 'generic-csv/recent/2025-01-31/datapackage.json', NULL, 0, 2122, 'c7714074c12e9a1bf8b0b056af315c53805851d2873c3a8ffa3a24ae94cc82a5', '2025-05-01', 'root', 'nightjar', '2026-11-30 15:44:40.650563+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (44, 'withdrawn', '2025-01-31', 1, 'recent', 'generic-csv', 'extracts', 'generic-csv/recent/2025-01-31/_SUCCESS', NULL, 0, 0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '2025-05-01', 'root', 'nightjar', '2026-11-30 15:44:40.650567+00');
INSERT INTO deliver.exports OVERRIDING SYSTEM VALUE VALUES (45, 'withdrawn', '2025-01-31', 1, 'recent', 'generic-csv', 'extracts', 'generic-csv/recent/current.csv', 'copy', 4, 338, '1057987144f2cd7a84521906df90e32bda386c2d5d9d334883dd368e74d3f011', '2025-05-01', 'root', 'nightjar', '2026-11-30 15:44:40.65057+00');
INSERT INTO deliver.extracts VALUES ('2025-01-30', 'excel', 'call-list', 'excel/call-list/2025-01-30/call-list__2025-01-30__full.xlsx', 3872, 0, '3a1b65c13114716849e30081ef7db7d0bddc9b5f33c44105b32ab5c776494950', '2026-11-30 15:44:30.963227+00', 1, '{}');
INSERT INTO deliver.extracts VALUES ('2025-01-30', 'klaviyo', 'champions', 'profiles/champions_20250130_full.csv', 134, 1, '939f7648588375d30756787223cd3d7f82eec844caabe9a4881dae2fb61626a0', '2026-11-30 15:44:31.045+00', 1, '{"customers who leave keep their flag: add adds to deliver.files.klaviyo"}');
INSERT INTO deliver.extracts VALUES ('2025-01-30', 'generic-csv', 'champions', 'generic-csv/champions/2025-01-30/champions__2025-01-30__full.csv', 165, 1, '33dbd058a336fb07bb49db157d5a8c4da88117df35eeb9c0f11c85fcb10cbb19', '2026-11-30 15:44:31.119594+00', 1, '{}');
INSERT INTO deliver.extracts VALUES ('2025-01-30', 'google-customer-match', 'look-alike-seed', 'google-customer-match/look-alike-seed/2025-01-30/look-alike-seed__2025-01-30__full.csv', 309, 1, 'd05f5af96e1fd6b34c3b9ce35b93ec3335f67389bd53e4e13b7e7075db05fbaa', '2026-11-30 15:44:31.19008+00', 1, '{"google-customer-match uses no list of fewer than 100 people, and this one has 1"}');
INSERT INTO deliver.extracts VALUES ('2025-01-30', 'klaviyo', 'welcome', 'profiles/welcome_20250130_full.csv', 132, 1, '7dd82ce5cfbe6a08b5a1a35698ee1b6ea42f7111b54c59feca4c49ead324e8c2', '2026-11-30 15:44:31.272054+00', 1, '{"customers who leave keep their flag: add adds to deliver.files.klaviyo"}');
INSERT INTO deliver.extracts VALUES ('2025-01-30', 'klaviyo', 'win-back', 'profiles/win-back_20250130_full.csv', 78, 0, 'ad074c0ad8fd93adcef3d5b0d5006a5c125dd733b4ace9206a773d3e50ea5dee', '2026-11-30 15:44:31.312781+00', 1, '{"customers who leave keep their flag: add adds to deliver.files.klaviyo"}');
INSERT INTO deliver.extracts VALUES ('2025-01-31', 'excel', 'call-list', 'excel/call-list/2025-01-31/call-list__2025-01-31__full.xlsx', 3872, 0, '3a1b65c13114716849e30081ef7db7d0bddc9b5f33c44105b32ab5c776494950', '2026-11-30 15:44:38.312956+00', 1, '{}');
INSERT INTO deliver.extracts VALUES ('2025-01-31', 'klaviyo', 'champions', 'profiles/champions_20250131_full.csv', 134, 1, '939f7648588375d30756787223cd3d7f82eec844caabe9a4881dae2fb61626a0', '2026-11-30 15:44:38.418392+00', 1, '{"customers who leave keep their flag: add adds to deliver.files.klaviyo"}');
INSERT INTO deliver.extracts VALUES ('2025-01-31', 'generic-csv', 'champions', 'generic-csv/champions/2025-01-31/champions__2025-01-31__full.csv', 165, 1, '5b0d6c345abf65da0a180f4930be7239ff268db638494843b063e5851960f665', '2026-11-30 15:44:38.519213+00', 1, '{}');
INSERT INTO deliver.extracts VALUES ('2025-01-31', 'google-customer-match', 'look-alike-seed', 'google-customer-match/look-alike-seed/2025-01-31/look-alike-seed__2025-01-31__full.csv', 309, 1, 'd05f5af96e1fd6b34c3b9ce35b93ec3335f67389bd53e4e13b7e7075db05fbaa', '2026-11-30 15:44:38.620824+00', 1, '{"google-customer-match uses no list of fewer than 100 people, and this one has 1"}');
INSERT INTO deliver.extracts VALUES ('2025-01-31', 'klaviyo', 'welcome', 'profiles/welcome_20250131_full.csv', 123, 1, 'f65a949f76c5a3f7bd5fdb895d4f27f98c7e62b79b580aabf346b11b55171978', '2026-11-30 15:44:38.735369+00', 1, '{"customers who leave keep their flag: add adds to deliver.files.klaviyo"}');
INSERT INTO deliver.extracts VALUES ('2025-01-31', 'klaviyo', 'win-back', 'profiles/win-back_20250131_full.csv', 78, 0, 'ad074c0ad8fd93adcef3d5b0d5006a5c125dd733b4ace9206a773d3e50ea5dee', '2026-11-30 15:44:38.77152+00', 1, '{"customers who leave keep their flag: add adds to deliver.files.klaviyo"}');
INSERT INTO deliver.sent_rows VALUES ('klaviyo', 'champions', 'A', '2025-01-30', NULL, '\x174739b11a906db3ec093ca858d55800', '{ann@example.com,+442079460001,Ann,Ash,A,Champions,true}');
INSERT INTO deliver.sent_rows VALUES ('generic-csv', 'champions', 'A', '2025-01-30', NULL, '\xc0e18758bbae42513e243bffe298a497', '{A,ann@example.com,"+44 20 7946 0001",Ann,Ash,GB,Champions,5,2,200.00}');
INSERT INTO deliver.sent_rows VALUES ('google-customer-match', 'look-alike-seed', 'A', '2025-01-30', NULL, '\xb928b186405fa03a256751577a419e0d', '{71d4f55f72fa128dfb468a1a3901507c804b74316488744d769d7f4b16696476,7e9de18ab6a36bbaf8bdd7ece0baf0c4ae7f0da10ea91eeb33c71469e649e1cc,49915e0d7d4b402e3017d010bc1c0e83cac6c797d6c16e66340fe3268693a6a1,037d390cd4ef796e5d75407fa72cc4708aa8a1ba3c36ed88db6fd3a441b68503,GB,""}');
INSERT INTO deliver.sent_rows VALUES ('generic-csv', 'recent', 'A', '2025-01-30', NULL, '\xc0e18758bbae42513e243bffe298a497', '{A,ann@example.com,"+44 20 7946 0001",Ann,Ash,GB,Champions,5,2,200.00}');
INSERT INTO deliver.sent_rows VALUES ('generic-csv', 'recent', 'B', '2025-01-30', '2025-01-31', '\x626151c5e3cfccd0dd17edd637c57fda', '{B,bob@example.com,"",Bob,Bay,GB,"Potential Loyalist",1,2,75.50}');
INSERT INTO deliver.sent_rows VALUES ('generic-csv', 'recent', 'E', '2025-01-30', '2025-01-31', '\x8633e7827f5a2f697e43701d612d55d8', '{E,eve@example.com,"+44 20 7946 0005",Eve,Elm,GB,Promising,28,1,62.00}');
INSERT INTO deliver.sent_rows VALUES ('generic-csv', 'recent', 'B', '2025-01-31', NULL, '\x0c7a02e8775587ce5deb6f2c032c53c0', '{B,bob@example.com,"",Bob,Bay,GB,"New Customers",2,1,15.50}');
INSERT INTO deliver.sent_rows VALUES ('generic-csv', 'recent', 'E', '2025-01-31', NULL, '\x660be42c226584e2274be27ba172f556', '{E,eve@example.com,"+44 20 7946 0005",Eve,Elm,GB,"About To Sleep",29,1,62.00}');
INSERT INTO deliver.sent_rows VALUES ('klaviyo', 'welcome', 'E', '2025-01-30', '2025-01-31', '\x696d9254de477741bfbed531257bc5c9', '{eve@example.com,+442079460005,Eve,Elm,E,Promising,true}');
INSERT INTO deliver.sent_rows VALUES ('klaviyo', 'welcome', 'B', '2025-01-31', NULL, '\x0002aa2b0c7e6b58e0e9575d937c840f', '{bob@example.com,"",Bob,Bay,B,"New Customers",true}');
INSERT INTO deliver.states VALUES ('excel', 'call-list', '2025-01-31', 0, '{customer-key,email,phone,first-name,last-name,country,segment,recency-days,orders-count,net-value}', '2025-01-30', 0);
INSERT INTO deliver.states VALUES ('klaviyo', 'champions', '2025-01-31', 1, '{email,phone,first-name,last-name,customer-key,segment,''true''}', '2025-01-30', 1);
INSERT INTO deliver.states VALUES ('generic-csv', 'champions', '2025-01-31', 1, '{customer-key,email,phone,first-name,last-name,country,segment,recency-days,orders-count,net-value}', '2025-01-30', 1);
INSERT INTO deliver.states VALUES ('google-customer-match', 'look-alike-seed', '2025-01-31', 1, '{"email hashed","phone hashed","first-name hashed","last-name hashed",country,zip}', '2025-01-30', 1);
INSERT INTO deliver.states VALUES ('generic-csv', 'recent', '2025-01-31', 4, '{customer-key,email,phone,first-name,last-name,country,segment,recency-days,orders-count,net-value}', '2025-01-30', 4);
INSERT INTO deliver.states VALUES ('klaviyo', 'welcome', '2025-01-31', 1, '{email,phone,first-name,last-name,customer-key,segment,''true''}', '2025-01-30', 1);
INSERT INTO deliver.states VALUES ('klaviyo', 'win-back', '2025-01-31', 0, '{email,phone,first-name,last-name,customer-key,segment,''true''}', '2025-01-30', 0);
INSERT INTO forecast.customers VALUES ('2025-01-30', 'A', 1, '2024-06-01', '2025-01-25', 80.00, 0.000017, 0.000003, 0.000009, 47.82, 0.00, 0.00);
INSERT INTO forecast.customers VALUES ('2025-01-30', 'B', 1, '2024-11-20', '2025-01-29', 15.50, 0.000017, 0.000003, 0.000009, 47.70, 0.00, 0.00);
INSERT INTO forecast.customers VALUES ('2025-01-30', 'C', 0, '2024-09-10', '2024-09-10', 0, 1.000000, 0.169803, 0.529753, 47.76, 8.11, 25.30);
INSERT INTO forecast.customers VALUES ('2025-01-30', 'D', 0, '2024-12-24', '2024-12-24', 0, 1.000000, 0.169836, 0.529830, 47.76, 8.11, 25.30);
INSERT INTO forecast.customers VALUES ('2025-01-30', 'E', 0, '2025-01-02', '2025-01-02', 0, 1.000000, 0.169839, 0.529837, 47.76, 8.11, 25.30);
INSERT INTO forecast.customers VALUES ('2025-01-30', 'G', 0, '2024-10-01', '2024-10-01', 0, 1.000000, 0.169810, 0.529768, 47.76, 8.11, 25.30);
INSERT INTO forecast.customers VALUES ('2025-01-30', 'H', 0, '2025-01-20', '2025-01-20', 0, 1.000000, 0.169845, 0.529850, 47.76, 8.11, 25.30);
INSERT INTO forecast.customers VALUES ('2025-01-31', 'B', 0, '2025-01-29', '2025-01-29', 0, 1.000000, 0.180538, 0.553918, 120.00, 21.67, 66.47);
INSERT INTO forecast.customers VALUES ('2025-01-31', 'E', 0, '2025-01-02', '2025-01-02', 0, 1.000000, 0.180528, 0.553896, 120.00, 21.66, 66.47);
INSERT INTO forecast.customers VALUES ('2025-01-31', 'H', 0, '2025-01-20', '2025-01-20', 0, 1.000000, 0.180535, 0.553910, 120.00, 21.67, 66.47);
INSERT INTO forecast.customers VALUES ('2025-01-31', 'C', 1, '2024-09-10', '2025-01-30', 160.00, 0.000018, 0.000003, 0.000010, 120.35, 0.00, 0.00);
INSERT INTO forecast.customers VALUES ('2025-01-31', 'D', 0, '2024-12-24', '2024-12-24', 0, 1.000000, 0.180525, 0.553889, 120.00, 21.66, 66.47);
INSERT INTO forecast.customers VALUES ('2025-01-31', 'G', 0, '2024-10-01', '2024-10-01', 0, 1.000000, 0.180495, 0.553822, 120.00, 21.66, 66.46);
INSERT INTO forecast.customers VALUES ('2025-01-31', 'K', 0, '2025-01-31', '2025-01-31', 0, 1.000000, 0.180539, 0.553919, 120.00, 21.67, 66.47);
INSERT INTO forecast.customers VALUES ('2025-01-31', 'A', 1, '2024-06-01', '2025-01-25', 80.00, 0.000018, 0.000003, 0.000010, 119.66, 0.00, 0.00);
INSERT INTO forecast.customers VALUES ('2025-01-30', 'erased-9ae5808be1946e25ce2b8eb3', 0, '2024-03-15', '2024-03-15', 0, 1.000000, 0.169746, 0.529622, 47.76, 8.11, 25.29);
INSERT INTO forecast.customers VALUES ('2025-01-31', 'erased-9ae5808be1946e25ce2b8eb3', 0, '2024-03-15', '2024-03-15', 0, 1.000000, 0.180423, 0.553663, 120.00, 21.65, 66.44);
INSERT INTO forecast.nights VALUES ('2025-01-30', 8, 2, 999.9999999999998, 69063.65032778285, 992.9727315229181, 0.017371877829156945, -10.470488296608483, 1.7921354556246778, 999.9999999999998, 26622.43204387585, -9.561342496832367, NULL);
INSERT INTO forecast.nights VALUES ('2025-01-31', 9, 2, 999.9999999999998, 64567.34000736025, 945.1414611667828, 0.017274155976763645, -10.335900997069576, 8.720662280178177, 999.9999999999998, 13747.19381617374, -10.175931091704115, NULL);
INSERT INTO ingest.customer_records VALUES (1, 2, 'A', '2025-01-01 00:00:00', 'Ann', 'Ash', 'ann@example.com', '+44 20 7946 0001', 'GB', 'Leeds', true, false, NULL, false, NULL, NULL, NULL, '{email:ann@example.com,national:2079460001,phone:+442079460001}', false, NULL, NULL, NULL);
INSERT INTO ingest.customer_records VALUES (1, 3, 'B', '2025-01-01 00:00:00', 'Bob', 'Bay', 'bob@example.com', NULL, 'GB', 'York', true, false, NULL, false, NULL, NULL, NULL, '{email:bob@example.com}', false, NULL, NULL, NULL);
INSERT INTO ingest.customer_records VALUES (1, 4, 'C', '2025-01-01 00:00:00', 'Cyd', 'Cox', 'cyd@example.com', NULL, 'FR', 'Lyon', false, false, NULL, false, NULL, NULL, NULL, '{email:cyd@example.com}', false, NULL, NULL, NULL);
INSERT INTO ingest.customer_records VALUES (1, 5, 'D', '2025-01-01 00:00:00', 'Dee', 'Dun', 'dee@example.com', NULL, 'FR', 'Nice', true, true, NULL, false, NULL, NULL, NULL, '{email:dee@example.com}', false, NULL, NULL, NULL);
INSERT INTO ingest.customer_records VALUES (1, 6, 'E', '2025-01-01 00:00:00', 'Eve', 'Elm', 'eve@example.com', '+44 20 7946 0005', 'GB', 'Bath', true, false, NULL, false, NULL, NULL, NULL, '{email:eve@example.com,national:2079460005,phone:+442079460005}', false, NULL, NULL, NULL);
INSERT INTO ingest.customer_records VALUES (1, 8, 'P', '2025-01-01 00:00:00', 'Pia', 'Pym', 'pia@example.com', NULL, 'GB', 'Wells', true, false, NULL, false, NULL, NULL, NULL, '{email:pia@example.com}', false, NULL, NULL, NULL);
INSERT INTO ingest.customer_records VALUES (1, 7, 'erased-9ae5808be1946e25ce2b8eb3', '2025-01-01 00:00:00', NULL, NULL, NULL, NULL, 'GB', NULL, true, false, NULL, false, NULL, NULL, NULL, NULL, false, NULL, NULL, NULL);
INSERT INTO ingest.files OVERRIDING SYSTEM VALUE VALUES (3, 'shop-orders', 'orders-2025-01-31.csv', 'cc7b5345db45a42bd0d69ea3f3e4e74e692267c6d8a6d7656f7cc904d5860901', 213, 'shop-orders/cc7b5345db45-orders-2025-01-31.csv', '2025-01-31', '2026-11-30 15:44:37.225528+00', 'loaded', NULL, NULL, 3, 3, 0, 'csv, comma, UTF-8', '{order_number,ordered_at,customer_id,product_code,quantity,unit_price,status}', NULL, false, '2025-01-31', '{}');
INSERT INTO ingest.files OVERRIDING SYSTEM VALUE VALUES (1, 'shop-customers', 'customers-2025-01-30.csv', '5548f9353dad9716e64632dcd35fd2665c7d2c3bc905a1f8944c963e774cda55', 560, 'shop-customers/5548f9353dad-customers-2025-01-30.csv', '2025-01-30', '2026-11-30 15:44:29.457457+00', 'loaded', NULL, NULL, 7, 7, 0, 'csv, comma, UTF-8', '{customer_id,updated_at,first_name,last_name,email,phone,country,city,email_consent,opted_out}', NULL, true, NULL, '{}');
INSERT INTO ingest.files OVERRIDING SYSTEM VALUE VALUES (2, 'shop-orders', 'orders-2025-01-30.csv', '616214ff941db7e9494bd07d252d4e5152212b1589c6df382750451eaf0e9948', 616, 'shop-orders/616214ff941d-orders-2025-01-30.csv', '2025-01-30', '2026-11-30 15:44:29.473098+00', 'loaded', NULL, NULL, 12, 11, 1, 'csv, comma, UTF-8', '{order_number,ordered_at,customer_id,product_code,quantity,unit_price,status}', NULL, true, '2025-01-29', '{}');
INSERT INTO ingest.order_lines VALUES (2, 2, '1', 'A', '2024-06-01 12:00:00', 'P1', 2, 60.00, 'completed', NULL, NULL, NULL, NULL);
INSERT INTO ingest.order_lines VALUES (2, 3, '2', 'A', '2025-01-25 12:00:00', 'P2', 1, 80.00, 'completed', NULL, NULL, NULL, NULL);
INSERT INTO ingest.order_lines VALUES (2, 4, '3', 'B', '2024-11-20 12:00:00', 'P1', 1, 60.00, 'completed', NULL, NULL, NULL, NULL);
INSERT INTO ingest.order_lines VALUES (2, 5, '4', 'B', '2025-01-29 12:00:00', 'P3', 1, 15.50, 'completed', NULL, NULL, NULL, NULL);
INSERT INTO ingest.order_lines VALUES (2, 6, '5', 'C', '2024-09-10 12:00:00', 'P1', 1, 60.00, 'completed', NULL, NULL, NULL, NULL);
INSERT INTO ingest.order_lines VALUES (2, 7, '6', 'D', '2024-12-24 12:00:00', 'P2', 3, 80.00, 'completed', NULL, NULL, NULL, NULL);
INSERT INTO ingest.order_lines VALUES (2, 8, '7', 'E', '2025-01-02 12:00:00', 'P3', 4, 15.50, 'completed', NULL, NULL, NULL, NULL);
INSERT INTO ingest.order_lines VALUES (2, 10, '9', 'G', '2024-10-01 12:00:00', 'P2', 1, 80.00, 'completed', NULL, NULL, NULL, NULL);
INSERT INTO ingest.order_lines VALUES (2, 11, '10', NULL, '2024-12-01 12:00:00', 'P3', 1, 15.50, 'completed', NULL, NULL, NULL, NULL);
INSERT INTO ingest.order_lines VALUES (2, 13, '12', 'H', '2025-01-20 12:00:00', 'P3', 1, 9.00, 'completed', NULL, NULL, NULL, NULL);
INSERT INTO ingest.order_lines VALUES (3, 2, '13', 'C', '2025-01-30 12:00:00', 'P2', 2, 80.00, 'completed', NULL, NULL, NULL, NULL);
INSERT INTO ingest.order_lines VALUES (3, 3, '3', 'B', '2025-01-30 18:00:00', 'P1', -1, 60.00, 'returned', NULL, NULL, NULL, NULL);
INSERT INTO ingest.order_lines VALUES (3, 4, '14', 'K', '2025-01-31 12:00:00', 'P1', 1, 60.00, 'completed', NULL, NULL, NULL, NULL);
INSERT INTO ingest.order_lines VALUES (2, 9, 'erased-9ae5808be1946e25ce2b8eb3-1', 'erased-9ae5808be1946e25ce2b8eb3', '2024-03-15 12:00:00', 'P1', 1, 60.00, 'completed', NULL, NULL, NULL, NULL);
INSERT INTO ingest.rejects VALUES (2, 12, 'unit_price', 'not-a-decimal', '{11,"2025-01-20 12:00:00",H,P3,1,nine,completed}');
INSERT INTO ingest.sources VALUES ('mended-rejects', 'mended-rejects', 'net', NULL, '{}', false, '{}', 'keep', 'UTC', false, NULL, true, true, false, false, false, false, false);
INSERT INTO ingest.sources VALUES ('online-retail', 'order-lines', 'ignore', 'C', '{}', true, '{}', 'keep', 'Europe/London', false, NULL, true, false, false, false, false, false, false);
INSERT INTO ingest.sources VALUES ('shop-orders', 'order-lines', 'net', NULL, '{returned}', true, '{completed,returned}', 'drop-identical', 'Europe/London', false, NULL, false, false, false, false, false, false, false);
INSERT INTO ingest.sources VALUES ('shop-customers', 'customers', 'net', NULL, '{}', false, '{}', 'keep', 'Europe/London', false, NULL, true, false, false, false, false, false, false);
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'audience_counts_add_up', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'audiences_hold_every_customer_once', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'cluster_names_are_unique', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'clusters_hold_the_population', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'customers_in_are_customers_out', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'every_customer_has_a_segment', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'every_line_is_accounted_for', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'every_scored_customer_has_a_cluster', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'forecasts_hold_every_buyer', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'moves_add_up', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'no_contact_without_consent', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'no_customer_is_in_two_exclusive_audiences', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'no_erased_customer_is_published', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'no_held_out_customer_is_published', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'no_opted_out_customer_is_published', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'no_refused_identity_is_published', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'profiles_add_up', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'scores_rise_with_the_metric', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'clusters', '', 'gate', 1, NULL, 'not-judged', 'no new clusters replaced those before', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'extracts', 'call-list', 'gate', 1, NULL, 'not-judged', '0 customers: not enough history yet (0 of 4 nights)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'extracts', 'champions', 'gate', 1, NULL, 'not-judged', '1 customer: not enough history yet (0 of 4 nights)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'extracts', 'look-alike-seed', 'gate', 1, NULL, 'not-judged', '1 customer: not enough history yet (0 of 4 nights)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'extracts', 'recent', 'gate', 1, NULL, 'not-judged', '4 customers: not enough history yet (0 of 4 nights)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'extracts', 'welcome', 'gate', 1, NULL, 'not-judged', '1 customer: not enough history yet (0 of 4 nights)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'extracts', 'win-back', 'gate', 1, NULL, 'not-judged', '0 customers: not enough history yet (0 of 4 nights)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'freshness', 'online-retail', 'gate', 1, NULL, 'not-judged', '0 lines so far: too few to judge (judged from 100)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'freshness', 'shop-orders', 'gate', 1, NULL, 'not-judged', '11 lines so far: too few to judge (judged from 100)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'moves', '', 'gate', 1, NULL, 'not-judged', '0 of 0 customers moved: too few to judge (judged from 100)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'rejects', 'online-retail', 'gate', 1, NULL, 'not-judged', '0 of 0 lines rejected: too few to judge (judged from 100)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'rejects', 'shop-customers', 'gate', 1, NULL, 'not-judged', '0 of 7 lines rejected: too few to judge (judged from 100)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'rejects', 'shop-orders', 'gate', 1, NULL, 'not-judged', '1 of 12 lines rejected: too few to judge (judged from 100)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'revenue', 'online-retail', 'gate', 1, NULL, 'not-judged', 'revenue 0: not enough history yet (0 of 4 nights)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'revenue', 'shop-orders', 'gate', 1, NULL, 'not-judged', 'revenue 787: not enough history yet (0 of 4 nights)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'rows', 'online-retail', 'gate', 1, NULL, 'not-judged', '0 lines: not enough history yet (0 of 4 nights)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'rows', 'shop-orders', 'gate', 1, NULL, 'not-judged', '12 lines: not enough history yet (0 of 4 nights)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'segments', 'About To Sleep', 'gate', 1, NULL, 'not-judged', '0 customers, 0 the night before: too few to judge (judged from 50)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'segments', 'At Risk', 'gate', 1, NULL, 'not-judged', '0 customers, 0 the night before: too few to judge (judged from 50)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'segments', 'Cannot Lose Them', 'gate', 1, NULL, 'not-judged', '1 customer, 0 the night before: too few to judge (judged from 50)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'segments', 'Champions', 'gate', 1, NULL, 'not-judged', '1 customer, 0 the night before: too few to judge (judged from 50)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'segments', 'Hibernating', 'gate', 1, NULL, 'not-judged', '0 customers, 0 the night before: too few to judge (judged from 50)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'segments', 'Lapsed', 'gate', 1, NULL, 'not-judged', '0 customers, 0 the night before: too few to judge (judged from 50)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'segments', 'Lost', 'gate', 1, NULL, 'not-judged', '2 customers, 0 the night before: too few to judge (judged from 50)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'segments', 'Loyal', 'gate', 1, NULL, 'not-judged', '0 customers, 0 the night before: too few to judge (judged from 50)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'segments', 'Need Attention', 'gate', 1, NULL, 'not-judged', '0 customers, 0 the night before: too few to judge (judged from 50)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'segments', 'Net returners', 'gate', 1, NULL, 'not-judged', '0 customers, 0 the night before: too few to judge (judged from 50)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'segments', 'New Customers', 'gate', 1, NULL, 'not-judged', '1 customer, 0 the night before: too few to judge (judged from 50)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'segments', 'Potential Loyalist', 'gate', 1, NULL, 'not-judged', '1 customer, 0 the night before: too few to judge (judged from 50)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'segments', 'Promising', 'gate', 1, NULL, 'not-judged', '2 customers, 0 the night before: too few to judge (judged from 50)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-30', 'segments', 'Prospects', 'gate', 1, NULL, 'not-judged', '1 customer, 0 the night before: too few to judge (judged from 50)', '2026-11-30 15:44:30.756375+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'audience_counts_add_up', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'audiences_hold_every_customer_once', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'cluster_names_are_unique', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'clusters_hold_the_population', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'customers_in_are_customers_out', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'every_customer_has_a_segment', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'every_line_is_accounted_for', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'every_scored_customer_has_a_cluster', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'forecasts_hold_every_buyer', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'moves_add_up', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'no_contact_without_consent', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'no_customer_is_in_two_exclusive_audiences', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'no_erased_customer_is_published', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'no_held_out_customer_is_published', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'no_opted_out_customer_is_published', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'no_refused_identity_is_published', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'profiles_add_up', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'scores_rise_with_the_metric', '', 'check', 1, 0, 'passed', '0 rows', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'clusters', '', 'gate', 1, 1.000000, 'passed', 'new clusters agree with those before by 1.000', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'extracts', 'call-list', 'gate', 1, NULL, 'not-judged', '0 customers: not enough history yet (1 of 4 nights)', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'extracts', 'champions', 'gate', 1, NULL, 'not-judged', '1 customer: not enough history yet (1 of 4 nights)', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'extracts', 'look-alike-seed', 'gate', 1, NULL, 'not-judged', '1 customer: not enough history yet (1 of 4 nights)', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'extracts', 'recent', 'gate', 1, NULL, 'not-judged', '4 customers: not enough history yet (1 of 4 nights)', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'extracts', 'welcome', 'gate', 1, NULL, 'not-judged', '1 customer: not enough history yet (1 of 4 nights)', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'extracts', 'win-back', 'gate', 1, NULL, 'not-judged', '0 customers: not enough history yet (1 of 4 nights)', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'freshness', 'online-retail', 'gate', 1, NULL, 'not-judged', '0 lines so far: too few to judge (judged from 100)', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'freshness', 'shop-orders', 'gate', 1, NULL, 'not-judged', '14 lines so far: too few to judge (judged from 100)', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'moves', '', 'gate', 1, NULL, 'not-judged', '4 of 9 customers moved: too few to judge (judged from 100)', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'rejects', 'online-retail', 'gate', 1, NULL, 'not-judged', '0 of 0 lines rejected: too few to judge (judged from 100)', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'rejects', 'shop-customers', 'gate', 1, NULL, 'not-judged', '0 of 0 lines rejected: too few to judge (judged from 100)', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'rejects', 'shop-orders', 'gate', 1, NULL, 'not-judged', '0 of 3 lines rejected: too few to judge (judged from 100)', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'revenue', 'online-retail', 'gate', 1, NULL, 'not-judged', 'revenue 0: not enough history yet (0 of 4 nights)', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'revenue', 'shop-orders', 'gate', 1, NULL, 'not-judged', 'revenue 160: not enough history yet (0 of 4 nights)', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'rows', 'online-retail', 'gate', 1, NULL, 'not-judged', '0 lines: not enough history yet (0 of 4 nights)', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'rows', 'shop-orders', 'gate', 1, NULL, 'not-judged', '3 lines: not enough history yet (0 of 4 nights)', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'segments', 'About To Sleep', 'gate', 1, NULL, 'not-judged', '1 customer, 0 the night before: too few to judge (judged from 50)', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'segments', 'At Risk', 'gate', 1, NULL, 'not-judged', '0 customers, 0 the night before: too few to judge (judged from 50)', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'segments', 'Cannot Lose Them', 'gate', 1, NULL, 'not-judged', '2 customers, 1 the night before: too few to judge (judged from 50)', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'segments', 'Champions', 'gate', 1, NULL, 'not-judged', '2 customers, 1 the night before: too few to judge (judged from 50)', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'segments', 'Hibernating', 'gate', 1, NULL, 'not-judged', '0 customers, 0 the night before: too few to judge (judged from 50)', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'segments', 'Lapsed', 'gate', 1, NULL, 'not-judged', '0 customers, 0 the night before: too few to judge (judged from 50)', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'segments', 'Lost', 'gate', 1, NULL, 'not-judged', '1 customer, 2 the night before: too few to judge (judged from 50)', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'segments', 'Loyal', 'gate', 1, NULL, 'not-judged', '0 customers, 0 the night before: too few to judge (judged from 50)', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'segments', 'Need Attention', 'gate', 1, NULL, 'not-judged', '0 customers, 0 the night before: too few to judge (judged from 50)', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'segments', 'Net returners', 'gate', 1, NULL, 'not-judged', '0 customers, 0 the night before: too few to judge (judged from 50)', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'segments', 'New Customers', 'gate', 1, NULL, 'not-judged', '3 customers, 1 the night before: too few to judge (judged from 50)', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'segments', 'Potential Loyalist', 'gate', 1, NULL, 'not-judged', '0 customers, 1 the night before: too few to judge (judged from 50)', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'segments', 'Promising', 'gate', 1, NULL, 'not-judged', '0 customers, 2 the night before: too few to judge (judged from 50)', '2026-11-30 15:44:38.12096+00');
INSERT INTO operations.gate_results VALUES ('2025-01-31', 'segments', 'Prospects', 'gate', 1, NULL, 'not-judged', '1 customer, 1 the night before: too few to judge (judged from 50)', '2026-11-30 15:44:38.12096+00');
INSERT INTO orders.customers VALUES ('H', NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, 1, NULL, false, NULL, NULL, NULL, false, NULL, NULL, NULL);
INSERT INTO orders.customers VALUES ('G', NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, 1, NULL, false, NULL, NULL, NULL, false, NULL, NULL, NULL);
INSERT INTO orders.customers VALUES ('E', 'Eve', 'Elm', 'eve@example.com', '+44 20 7946 0005', 'GB', 'Bath', true, false, NULL, 1, NULL, false, NULL, NULL, NULL, false, NULL, NULL, NULL);
INSERT INTO orders.customers VALUES ('P', 'Pia', 'Pym', 'pia@example.com', NULL, 'GB', 'Wells', true, false, NULL, 1, NULL, false, NULL, NULL, NULL, false, NULL, NULL, NULL);
INSERT INTO orders.customers VALUES ('D', 'Dee', 'Dun', 'dee@example.com', NULL, 'FR', 'Nice', true, true, NULL, 1, NULL, false, NULL, NULL, NULL, true, NULL, NULL, NULL);
INSERT INTO orders.customers VALUES ('A', 'Ann', 'Ash', 'ann@example.com', '+44 20 7946 0001', 'GB', 'Leeds', true, false, NULL, 1, NULL, false, NULL, NULL, NULL, false, NULL, NULL, NULL);
INSERT INTO orders.customers VALUES ('B', 'Bob', 'Bay', 'bob@example.com', NULL, 'GB', 'York', true, false, NULL, 2, NULL, false, NULL, NULL, NULL, false, NULL, NULL, NULL);
INSERT INTO orders.customers VALUES ('C', 'Cyd', 'Cox', 'cyd@example.com', NULL, 'FR', 'Lyon', false, false, NULL, 2, NULL, false, NULL, NULL, NULL, false, NULL, NULL, NULL);
INSERT INTO orders.customers VALUES ('K', NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, 2, NULL, false, NULL, NULL, NULL, false, NULL, NULL, NULL);
INSERT INTO orders.customers VALUES ('erased-9ae5808be1946e25ce2b8eb3', NULL, NULL, NULL, NULL, 'GB', NULL, true, false, NULL, 1, NULL, true, NULL, NULL, NULL, false, NULL, NULL, NULL);
INSERT INTO orders.file_outcomes VALUES (2, 'no-customer', 1);
INSERT INTO orders.file_outcomes VALUES (2, 'kept', 10);
INSERT INTO orders.file_outcomes VALUES (3, 'kept', 3);
INSERT INTO orders.files VALUES (1, 'shop-customers', '2025-01-30', 'customers net null [] false [] false keep false false false false', 7, NULL);
INSERT INTO orders.files VALUES (2, 'shop-orders', '2025-01-30', 'order-lines net null [returned] true [completed, returned] false drop-identical false false false false', 11, '2025-01-29');
INSERT INTO orders.files VALUES (3, 'shop-orders', '2025-01-31', 'order-lines net null [returned] true [completed, returned] false drop-identical false false false false', 3, '2025-01-31');
INSERT INTO orders.identities VALUES ('customer:p', 'P', false, false);
INSERT INTO orders.identities VALUES ('number:2079460001', 'A', true, false);
INSERT INTO orders.identities VALUES ('number:2079460005', 'E', true, false);
INSERT INTO orders.identities VALUES ('customer:h', 'H', false, false);
INSERT INTO orders.identities VALUES ('customer:d', 'D', false, false);
INSERT INTO orders.identities VALUES ('customer:b', 'B', false, false);
INSERT INTO orders.identities VALUES ('email:eve@example.com', 'E', false, false);
INSERT INTO orders.identities VALUES ('email:cyd@example.com', 'C', false, false);
INSERT INTO orders.identities VALUES ('customer:a', 'A', false, false);
INSERT INTO orders.identities VALUES ('phone:+442079460001', 'A', false, false);
INSERT INTO orders.identities VALUES ('customer:e', 'E', false, false);
INSERT INTO orders.identities VALUES ('email:pia@example.com', 'P', false, false);
INSERT INTO orders.identities VALUES ('email:ann@example.com', 'A', false, false);
INSERT INTO orders.identities VALUES ('customer:g', 'G', false, false);
INSERT INTO orders.identities VALUES ('phone:+442079460005', 'E', false, false);
INSERT INTO orders.identities VALUES ('email:bob@example.com', 'B', false, false);
INSERT INTO orders.identities VALUES ('customer:c', 'C', false, false);
INSERT INTO orders.identities VALUES ('email:dee@example.com', 'D', false, false);
INSERT INTO orders.identities VALUES ('customer:k', 'K', false, false);
INSERT INTO orders.line_outcomes VALUES ('2025-01-30', 'shop-orders', 'kept', 10);
INSERT INTO orders.line_outcomes VALUES ('2025-01-30', 'shop-orders', 'no-customer', 1);
INSERT INTO orders.line_outcomes VALUES ('2025-01-30', 'shop-orders', 'rejected', 1);
INSERT INTO orders.line_outcomes VALUES ('2025-01-31', 'shop-orders', 'kept', 13);
INSERT INTO orders.line_outcomes VALUES ('2025-01-31', 'shop-orders', 'no-customer', 1);
INSERT INTO orders.line_outcomes VALUES ('2025-01-31', 'shop-orders', 'rejected', 1);
INSERT INTO orders.order_parts VALUES ('shop-orders', '10', NULL, 2, '2024-12-01', 'no-customer', false, 11, 11, 1, 15.50, NULL, NULL, NULL, 1, false, '2024-12-01', false, false);
INSERT INTO orders.order_parts VALUES ('shop-orders', '9', 'G', 2, '2024-10-01', 'kept', false, 10, 10, 1, 80.00, NULL, NULL, NULL, 1, false, '2024-10-01', true, true);
INSERT INTO orders.order_parts VALUES ('shop-orders', '6', 'D', 2, '2024-12-24', 'kept', false, 7, 7, 1, 240.00, NULL, NULL, NULL, 3, false, '2024-12-24', true, true);
INSERT INTO orders.order_parts VALUES ('shop-orders', '7', 'E', 2, '2025-01-02', 'kept', false, 8, 8, 1, 62.00, NULL, NULL, NULL, 4, false, '2025-01-02', true, true);
INSERT INTO orders.order_parts VALUES ('shop-orders', '12', 'H', 2, '2025-01-20', 'kept', false, 13, 13, 1, 9.00, NULL, NULL, NULL, 1, false, '2025-01-20', true, true);
INSERT INTO orders.order_parts VALUES ('shop-orders', '2', 'A', 2, '2025-01-25', 'kept', false, 3, 3, 1, 80.00, NULL, NULL, NULL, 1, false, '2025-01-25', true, true);
INSERT INTO orders.order_parts VALUES ('shop-orders', '5', 'C', 2, '2024-09-10', 'kept', false, 6, 6, 1, 60.00, NULL, NULL, NULL, 1, false, '2024-09-10', true, true);
INSERT INTO orders.order_parts VALUES ('shop-orders', '1', 'A', 2, '2024-06-01', 'kept', false, 2, 2, 1, 120.00, NULL, NULL, NULL, 2, false, '2024-06-01', true, true);
INSERT INTO orders.order_parts VALUES ('shop-orders', '4', 'B', 2, '2025-01-29', 'kept', false, 5, 5, 1, 15.50, NULL, NULL, NULL, 1, false, '2025-01-29', true, true);
INSERT INTO orders.order_parts VALUES ('shop-orders', '13', 'C', 3, '2025-01-30', 'kept', false, 2, 2, 1, 160.00, NULL, NULL, NULL, 2, false, '2025-01-30', true, true);
INSERT INTO orders.order_parts VALUES ('shop-orders', '14', 'K', 3, '2025-01-31', 'kept', false, 4, 4, 1, 60.00, NULL, NULL, NULL, 1, false, '2025-01-31', true, true);
INSERT INTO orders.order_parts VALUES ('shop-orders', '3', 'B', 2, '2024-11-20', 'kept', false, 4, 4, 1, 60.00, NULL, NULL, NULL, 1, false, '2024-11-20', false, false);
INSERT INTO orders.order_parts VALUES ('shop-orders', '3', 'B', 3, '2025-01-30', 'kept', true, 3, 3, 1, -60.00, NULL, NULL, NULL, -1, false, '2024-11-20', false, false);
INSERT INTO orders.order_parts VALUES ('shop-orders', 'erased-9ae5808be1946e25ce2b8eb3-1', 'erased-9ae5808be1946e25ce2b8eb3', 2, '2024-03-15', 'kept', false, 9, 9, 1, 60.00, NULL, NULL, NULL, 1, false, '2024-03-15', true, true);
INSERT INTO orders.refusals VALUES ('D', 'all', '');
INSERT INTO pipeline.batch_job_execution VALUES (1, 3, 1, '2026-11-30 15:44:29.148275', '2026-11-30 15:44:29.163259', '2026-11-30 15:44:31.443668', 'COMPLETED', 'COMPLETED', '', '2026-11-30 15:44:31.444482');
INSERT INTO pipeline.batch_job_execution VALUES (2, 3, 2, '2026-11-30 15:44:37.123902', '2026-11-30 15:44:37.136353', '2026-11-30 15:44:38.859893', 'COMPLETED', 'COMPLETED', '', '2026-11-30 15:44:38.860886');
INSERT INTO pipeline.batch_job_execution_context VALUES (1, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAABdAANYmF0Y2gudmVyc2lvbnQABTYuMC40eA==', NULL);
INSERT INTO pipeline.batch_job_execution_context VALUES (2, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAABdAANYmF0Y2gudmVyc2lvbnQABTYuMC40eA==', NULL);
INSERT INTO pipeline.batch_job_execution_params VALUES (1, 'night', 'java.time.LocalDate', '2025-01-30', 'Y');
INSERT INTO pipeline.batch_job_execution_params VALUES (1, 'revision', 'java.lang.Long', '1', 'Y');
INSERT INTO pipeline.batch_job_execution_params VALUES (2, 'night', 'java.time.LocalDate', '2025-01-31', 'Y');
INSERT INTO pipeline.batch_job_execution_params VALUES (2, 'revision', 'java.lang.Long', '1', 'Y');
INSERT INTO pipeline.batch_job_instance VALUES (1, 0, 'nightly', 'd779fea9a9ce7beae4bc73559481660e');
INSERT INTO pipeline.batch_job_instance VALUES (2, 0, 'nightly', 'c1a58bb502e6d74116a64f830101cde9');
INSERT INTO pipeline.batch_step_execution VALUES (1, 4, 'ingest', 1, '2026-11-30 15:44:29.173062', '2026-11-30 15:44:29.176123', '2026-11-30 15:44:29.724401', 'COMPLETED', 1, 0, 0, 0, 0, 0, 0, 0, 'COMPLETED', '', '2026-11-30 15:44:29.726132');
INSERT INTO pipeline.batch_step_execution VALUES (15, 4, 'segments', 2, '2026-11-30 15:44:37.797486', '2026-11-30 15:44:37.798696', '2026-11-30 15:44:37.934696', 'COMPLETED', 1, 0, 0, 0, 0, 0, 0, 0, 'COMPLETED', '', '2026-11-30 15:44:37.936645');
INSERT INTO pipeline.batch_step_execution VALUES (9, 4, 'deliver', 1, '2026-11-30 15:44:30.796651', '2026-11-30 15:44:30.797301', '2026-11-30 15:44:31.439572', 'COMPLETED', 1, 0, 0, 0, 0, 0, 0, 0, 'COMPLETED', '', '2026-11-30 15:44:31.441559');
INSERT INTO pipeline.batch_step_execution VALUES (2, 4, 'orders', 1, '2026-11-30 15:44:29.729355', '2026-11-30 15:44:29.730161', '2026-11-30 15:44:29.975099', 'COMPLETED', 1, 0, 0, 0, 0, 0, 0, 0, 'COMPLETED', '', '2026-11-30 15:44:29.976726');
INSERT INTO pipeline.batch_step_execution VALUES (3, 4, 'rfm', 1, '2026-11-30 15:44:29.980922', '2026-11-30 15:44:29.98256', '2026-11-30 15:44:30.094192', 'COMPLETED', 1, 0, 0, 0, 0, 0, 0, 0, 'COMPLETED', '', '2026-11-30 15:44:30.096541');
INSERT INTO pipeline.batch_step_execution VALUES (10, 4, 'ingest', 2, '2026-11-30 15:44:37.143669', '2026-11-30 15:44:37.147597', '2026-11-30 15:44:37.280225', 'COMPLETED', 1, 0, 0, 0, 0, 0, 0, 0, 'COMPLETED', '', '2026-11-30 15:44:37.281811');
INSERT INTO pipeline.batch_step_execution VALUES (4, 4, 'clustering', 1, '2026-11-30 15:44:30.103499', '2026-11-30 15:44:30.104488', '2026-11-30 15:44:30.325313', 'COMPLETED', 1, 0, 0, 0, 0, 0, 0, 0, 'COMPLETED', '', '2026-11-30 15:44:30.327136');
INSERT INTO pipeline.batch_step_execution VALUES (16, 4, 'audiences', 2, '2026-11-30 15:44:37.939785', '2026-11-30 15:44:37.940509', '2026-11-30 15:44:38.035201', 'COMPLETED', 1, 0, 0, 0, 0, 0, 0, 0, 'COMPLETED', '', '2026-11-30 15:44:38.038894');
INSERT INTO pipeline.batch_step_execution VALUES (11, 4, 'orders', 2, '2026-11-30 15:44:37.285252', '2026-11-30 15:44:37.286162', '2026-11-30 15:44:37.452736', 'COMPLETED', 1, 0, 0, 0, 0, 0, 0, 0, 'COMPLETED', '', '2026-11-30 15:44:37.454735');
INSERT INTO pipeline.batch_step_execution VALUES (5, 4, 'forecast', 1, '2026-11-30 15:44:30.330226', '2026-11-30 15:44:30.331167', '2026-11-30 15:44:30.447532', 'COMPLETED', 1, 0, 0, 0, 0, 0, 0, 0, 'COMPLETED', '', '2026-11-30 15:44:30.448916');
INSERT INTO pipeline.batch_step_execution VALUES (6, 4, 'segments', 1, '2026-11-30 15:44:30.452584', '2026-11-30 15:44:30.45351', '2026-11-30 15:44:30.53352', 'COMPLETED', 1, 0, 0, 0, 0, 0, 0, 0, 'COMPLETED', '', '2026-11-30 15:44:30.53576');
INSERT INTO pipeline.batch_step_execution VALUES (12, 4, 'rfm', 2, '2026-11-30 15:44:37.460654', '2026-11-30 15:44:37.462418', '2026-11-30 15:44:37.545306', 'COMPLETED', 1, 0, 0, 0, 0, 0, 0, 0, 'COMPLETED', '', '2026-11-30 15:44:37.546808');
INSERT INTO pipeline.batch_step_execution VALUES (7, 4, 'audiences', 1, '2026-11-30 15:44:30.538419', '2026-11-30 15:44:30.539688', '2026-11-30 15:44:30.672261', 'COMPLETED', 1, 0, 0, 0, 0, 0, 0, 0, 'COMPLETED', '', '2026-11-30 15:44:30.674536');
INSERT INTO pipeline.batch_step_execution VALUES (17, 4, 'publish', 2, '2026-11-30 15:44:38.043507', '2026-11-30 15:44:38.044489', '2026-11-30 15:44:38.178998', 'COMPLETED', 1, 0, 0, 0, 0, 0, 0, 0, 'COMPLETED', '', '2026-11-30 15:44:38.180596');
INSERT INTO pipeline.batch_step_execution VALUES (8, 4, 'publish', 1, '2026-11-30 15:44:30.679112', '2026-11-30 15:44:30.680038', '2026-11-30 15:44:30.792448', 'COMPLETED', 1, 0, 0, 0, 0, 0, 0, 0, 'COMPLETED', '', '2026-11-30 15:44:30.79432');
INSERT INTO pipeline.batch_step_execution VALUES (13, 4, 'clustering', 2, '2026-11-30 15:44:37.549657', '2026-11-30 15:44:37.5506', '2026-11-30 15:44:37.712584', 'COMPLETED', 1, 0, 0, 0, 0, 0, 0, 0, 'COMPLETED', '', '2026-11-30 15:44:37.714039');
INSERT INTO pipeline.batch_step_execution VALUES (18, 4, 'deliver', 2, '2026-11-30 15:44:38.183386', '2026-11-30 15:44:38.184065', '2026-11-30 15:44:38.855701', 'COMPLETED', 1, 0, 0, 0, 0, 0, 0, 0, 'COMPLETED', '', '2026-11-30 15:44:38.857265');
INSERT INTO pipeline.batch_step_execution VALUES (14, 4, 'forecast', 2, '2026-11-30 15:44:37.716672', '2026-11-30 15:44:37.717566', '2026-11-30 15:44:37.785312', 'COMPLETED', 1, 0, 0, 0, 0, 0, 0, 0, 'COMPLETED', '', '2026-11-30 15:44:37.786629');
INSERT INTO pipeline.batch_step_execution_context VALUES (6, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ADtkZXYubmlnaHRqYXIucGlwZWxpbmUuU3RhZ2VTdGVwcyQkTGFtYmRhLzB4MDAwMDAwMDA1MDU4MzM2MHQADWJhdGNoLnZlcnNpb250AAU2LjAuNHQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=', NULL);
INSERT INTO pipeline.batch_step_execution_context VALUES (1, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ADtkZXYubmlnaHRqYXIucGlwZWxpbmUuU3RhZ2VTdGVwcyQkTGFtYmRhLzB4MDAwMDAwMDA1MDU4MzM2MHQADWJhdGNoLnZlcnNpb250AAU2LjAuNHQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=', NULL);
INSERT INTO pipeline.batch_step_execution_context VALUES (17, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ADtkZXYubmlnaHRqYXIucGlwZWxpbmUuU3RhZ2VTdGVwcyQkTGFtYmRhLzB4MDAwMDAwMDA1MDU4MzM2MHQADWJhdGNoLnZlcnNpb250AAU2LjAuNHQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=', NULL);
INSERT INTO pipeline.batch_step_execution_context VALUES (10, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ADtkZXYubmlnaHRqYXIucGlwZWxpbmUuU3RhZ2VTdGVwcyQkTGFtYmRhLzB4MDAwMDAwMDA1MDU4MzM2MHQADWJhdGNoLnZlcnNpb250AAU2LjAuNHQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=', NULL);
INSERT INTO pipeline.batch_step_execution_context VALUES (2, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ADtkZXYubmlnaHRqYXIucGlwZWxpbmUuU3RhZ2VTdGVwcyQkTGFtYmRhLzB4MDAwMDAwMDA1MDU4MzM2MHQADWJhdGNoLnZlcnNpb250AAU2LjAuNHQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=', NULL);
INSERT INTO pipeline.batch_step_execution_context VALUES (7, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ADtkZXYubmlnaHRqYXIucGlwZWxpbmUuU3RhZ2VTdGVwcyQkTGFtYmRhLzB4MDAwMDAwMDA1MDU4MzM2MHQADWJhdGNoLnZlcnNpb250AAU2LjAuNHQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=', NULL);
INSERT INTO pipeline.batch_step_execution_context VALUES (3, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ADtkZXYubmlnaHRqYXIucGlwZWxpbmUuU3RhZ2VTdGVwcyQkTGFtYmRhLzB4MDAwMDAwMDA1MDU4MzM2MHQADWJhdGNoLnZlcnNpb250AAU2LjAuNHQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=', NULL);
INSERT INTO pipeline.batch_step_execution_context VALUES (16, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ADtkZXYubmlnaHRqYXIucGlwZWxpbmUuU3RhZ2VTdGVwcyQkTGFtYmRhLzB4MDAwMDAwMDA1MDU4MzM2MHQADWJhdGNoLnZlcnNpb250AAU2LjAuNHQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=', NULL);
INSERT INTO pipeline.batch_step_execution_context VALUES (4, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ADtkZXYubmlnaHRqYXIucGlwZWxpbmUuU3RhZ2VTdGVwcyQkTGFtYmRhLzB4MDAwMDAwMDA1MDU4MzM2MHQADWJhdGNoLnZlcnNpb250AAU2LjAuNHQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=', NULL);
INSERT INTO pipeline.batch_step_execution_context VALUES (8, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ADtkZXYubmlnaHRqYXIucGlwZWxpbmUuU3RhZ2VTdGVwcyQkTGFtYmRhLzB4MDAwMDAwMDA1MDU4MzM2MHQADWJhdGNoLnZlcnNpb250AAU2LjAuNHQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=', NULL);
INSERT INTO pipeline.batch_step_execution_context VALUES (5, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ADtkZXYubmlnaHRqYXIucGlwZWxpbmUuU3RhZ2VTdGVwcyQkTGFtYmRhLzB4MDAwMDAwMDA1MDU4MzM2MHQADWJhdGNoLnZlcnNpb250AAU2LjAuNHQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=', NULL);
INSERT INTO pipeline.batch_step_execution_context VALUES (13, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ADtkZXYubmlnaHRqYXIucGlwZWxpbmUuU3RhZ2VTdGVwcyQkTGFtYmRhLzB4MDAwMDAwMDA1MDU4MzM2MHQADWJhdGNoLnZlcnNpb250AAU2LjAuNHQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=', NULL);
INSERT INTO pipeline.batch_step_execution_context VALUES (11, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ADtkZXYubmlnaHRqYXIucGlwZWxpbmUuU3RhZ2VTdGVwcyQkTGFtYmRhLzB4MDAwMDAwMDA1MDU4MzM2MHQADWJhdGNoLnZlcnNpb250AAU2LjAuNHQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=', NULL);
INSERT INTO pipeline.batch_step_execution_context VALUES (9, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ADtkZXYubmlnaHRqYXIucGlwZWxpbmUuU3RhZ2VTdGVwcyQkTGFtYmRhLzB4MDAwMDAwMDA1MDU4MzM2MHQADWJhdGNoLnZlcnNpb250AAU2LjAuNHQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=', NULL);
INSERT INTO pipeline.batch_step_execution_context VALUES (15, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ADtkZXYubmlnaHRqYXIucGlwZWxpbmUuU3RhZ2VTdGVwcyQkTGFtYmRhLzB4MDAwMDAwMDA1MDU4MzM2MHQADWJhdGNoLnZlcnNpb250AAU2LjAuNHQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=', NULL);
INSERT INTO pipeline.batch_step_execution_context VALUES (12, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ADtkZXYubmlnaHRqYXIucGlwZWxpbmUuU3RhZ2VTdGVwcyQkTGFtYmRhLzB4MDAwMDAwMDA1MDU4MzM2MHQADWJhdGNoLnZlcnNpb250AAU2LjAuNHQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=', NULL);
INSERT INTO pipeline.batch_step_execution_context VALUES (14, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ADtkZXYubmlnaHRqYXIucGlwZWxpbmUuU3RhZ2VTdGVwcyQkTGFtYmRhLzB4MDAwMDAwMDA1MDU4MzM2MHQADWJhdGNoLnZlcnNpb250AAU2LjAuNHQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=', NULL);
INSERT INTO pipeline.batch_step_execution_context VALUES (18, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ADtkZXYubmlnaHRqYXIucGlwZWxpbmUuU3RhZ2VTdGVwcyQkTGFtYmRhLzB4MDAwMDAwMDA1MDU4MzM2MHQADWJhdGNoLnZlcnNpb250AAU2LjAuNHQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=', NULL);
INSERT INTO pipeline.flyway_schema_history VALUES (0, NULL, '<< Flyway Schema Creation >>', 'SCHEMA', '"pipeline"', NULL, 'nightjar', '2026-11-30 15:44:28.304443', 0, true);
INSERT INTO pipeline.flyway_schema_history VALUES (1, '1', 'pipeline', 'SQL', 'V1__pipeline.sql', 753474075, 'nightjar', '2026-11-30 15:44:28.324938', 42, true);
INSERT INTO pipeline.flyway_schema_history VALUES (2, '2', 'ingest', 'SQL', 'V2__ingest.sql', -1467439635, 'nightjar', '2026-11-30 15:44:28.402031', 42, true);
INSERT INTO pipeline.flyway_schema_history VALUES (3, '3', 'orders', 'SQL', 'V3__orders.sql', -1477774867, 'nightjar', '2026-11-30 15:44:28.460408', 29, true);
INSERT INTO pipeline.flyway_schema_history VALUES (4, '4', 'rfm', 'SQL', 'V4__rfm.sql', -203556392, 'nightjar', '2026-11-30 15:44:28.508313', 15, true);
INSERT INTO pipeline.flyway_schema_history VALUES (5, '5', 'clustering', 'SQL', 'V5__clustering.sql', -1971158909, 'nightjar', '2026-11-30 15:44:28.530757', 45, true);
INSERT INTO pipeline.flyway_schema_history VALUES (6, '6', 'segments', 'SQL', 'V6__segments.sql', -1283377839, 'nightjar', '2026-11-30 15:44:28.588724', 37, true);
INSERT INTO pipeline.flyway_schema_history VALUES (7, '7', 'audiences', 'SQL', 'V7__audiences.sql', -1947784430, 'nightjar', '2026-11-30 15:44:28.635226', 33, true);
INSERT INTO pipeline.flyway_schema_history VALUES (8, '8', 'publish', 'SQL', 'V8__publish.sql', -709431014, 'nightjar', '2026-11-30 15:44:28.676865', 22, true);
INSERT INTO pipeline.flyway_schema_history VALUES (9, '9', 'deliver', 'SQL', 'V9__deliver.sql', -137609277, 'nightjar', '2026-11-30 15:44:28.707531', 17, true);
INSERT INTO pipeline.flyway_schema_history VALUES (10, '10', 'privacy', 'SQL', 'V10__privacy.sql', 364283497, 'nightjar', '2026-11-30 15:44:28.732973', 4, true);
INSERT INTO pipeline.flyway_schema_history VALUES (11, '11', 'forecast', 'SQL', 'V11__forecast.sql', -848821760, 'nightjar', '2026-11-30 15:44:28.741384', 5, true);
INSERT INTO pipeline.flyway_schema_history VALUES (12, '12', 'operations', 'SQL', 'V12__operations.sql', 1461462002, 'nightjar', '2026-11-30 15:44:28.753182', 6, true);
INSERT INTO pipeline.flyway_schema_history VALUES (13, NULL, 'published', 'SQL', 'R__published.sql', 822636822, 'nightjar', '2026-11-30 15:44:28.76346', 16, true);
INSERT INTO pipeline.night_turns VALUES (3);
INSERT INTO pipeline.nights VALUES ('2025-01-30', 1, 'finished', '{"rfm": {"bins": "5", "rule": "quantile", "refit": "nightly", "window": "P365D", "recency": {"bins": "null", "rule": "null", "ranks": "ascending", "thresholds": [], "at-threshold": "below"}, "monetary": {"bins": "null", "rule": "null", "ranks": "ascending", "value": "sum", "thresholds": [], "at-threshold": "below"}, "direction": "n-is-best", "frequency": {"bins": "null", "rule": "null", "ranks": "ascending", "counts": "orders", "thresholds": [], "at-threshold": "below"}}, "gates": {"checks": {}, "timeout": "PT1M", "declared": {"rows": {"of": "null", "from": "100", "history": "8", "measure": "rows", "warn-if": {"above": "1.6", "below": "0.75"}, "error-if": {"above": "null", "below": "0.6"}, "sql-rows": "null", "sql-number": "null", "min-history": "4"}, "moves": {"of": "null", "from": "100", "history": "8", "measure": "moved-share", "warn-if": {"above": "0.4", "below": "null"}, "error-if": {"above": "0.6", "below": "null"}, "sql-rows": "null", "sql-number": "null", "min-history": "4"}, "rejects": {"of": "null", "from": "100", "history": "8", "measure": "reject-share", "warn-if": {"above": "0.05", "below": "null"}, "error-if": {"above": "0.2", "below": "null"}, "sql-rows": "null", "sql-number": "null", "min-history": "4"}, "revenue": {"of": "null", "from": "100", "history": "8", "measure": "revenue", "warn-if": {"above": "1.5", "below": "0.7"}, "error-if": {"above": "1.75", "below": "0.5"}, "sql-rows": "null", "sql-number": "null", "min-history": "4"}, "clusters": {"of": "null", "from": "100", "history": "8", "measure": "adjusted-rand-index", "warn-if": {"above": "null", "below": "0.5"}, "error-if": {"above": "null", "below": "null"}, "sql-rows": "null", "sql-number": "null", "min-history": "4"}, "extracts": {"of": "null", "from": "100", "history": "8", "measure": "extract-size", "warn-if": {"above": "2", "below": "0.5"}, "error-if": {"above": "null", "below": "0.2"}, "sql-rows": "null", "sql-number": "null", "min-history": "4"}, "segments": {"of": "null", "from": "50", "history": "8", "measure": "segment-share-change", "warn-if": {"above": "0.5", "below": "null"}, "error-if": {"above": "0.8", "below": "null"}, "sql-rows": "null", "sql-number": "null", "min-history": "4"}, "freshness": {"of": "null", "from": "100", "history": "8", "measure": "freshness", "warn-if": {"above": "3", "below": "null"}, "error-if": {"above": "null", "below": "null"}, "sql-rows": "null", "sql-number": "null", "min-history": "4"}, "suppressions": {"of": "null", "from": "100", "history": "8", "measure": "suppression-age", "warn-if": {"above": "7", "below": "null"}, "error-if": {"above": "null", "below": "null"}, "sql-rows": "null", "sql-number": "null", "min-history": "4"}}}, "guess": {"presets": {"magento-grid": {"ask": {"customer": "this grid has only names, which several customers can share; add the column of e-mail addresses to the export, or take Bill to Name"}, "feed": "orders", "zone": "null", "strip": "null", "header": ["Order #", "Bill to Name", "G.T. (Purchased)", "Status"], "joined": [], "system": "magento", "columns": {"order": ["Order #"], "total": ["G.T. (Purchased)"], "status": ["Status"], "ordered-at": ["Purchased On"]}, "without": [], "constants": {}, "fill-down": [], "kept-statuses": ["Complete", "Processing"], "once-per-order": ["total"], "other-statuses": ["Closed", "Canceled", "Pending", "Pending Payment", "pending_payment", "On Hold", "Holded", "Payment Review", "payment_review", "Suspected Fraud", "fraud", "PayPal Canceled Reversal", "PayPal Reversed", "Pending PayPal", "Rejected"], "return-statuses": []}, "square-items": {"ask": {"zone": "of the column Time Zone, such as America/New_York; remove the line if it is business.zone"}, "feed": "order-lines", "zone": "null", "strip": "null", "header": ["Date", "Time", "Time Zone", "Item", "Qty", "Gross Sales", "Net Sales", "Transaction ID", "Event Type"], "joined": ["ordered-at"], "system": "square", "columns": {"order": ["Transaction ID"], "status": ["Event Type"], "product": ["SKU", "Item"], "customer": ["Customer ID"], "ordered-at": ["Date", "Time"], "unit-price": ["Net Sales"]}, "without": [], "constants": {"quantity": "1"}, "fill-down": [], "kept-statuses": ["Payment"], "once-per-order": [], "other-statuses": [], "return-statuses": ["Refund"]}, "amazon-orders": {"ask": {}, "feed": "order-lines", "zone": "null", "strip": "null", "header": ["order-id", "order-item-id", "purchase-date", "buyer-email", "quantity-purchased", "item-price"], "joined": [], "system": "amazon", "columns": {"order": ["order-id"], "country": ["ship-country"], "product": ["sku"], "currency": ["currency"], "customer": ["buyer-email"], "ordered-at": ["purchase-date"], "unit-price": ["item-price"]}, "without": [], "constants": {"quantity": "1"}, "fill-down": [], "kept-statuses": [], "once-per-order": [], "other-statuses": [], "return-statuses": []}, "magento-table": {"ask": {}, "feed": "orders", "zone": "UTC", "strip": "null", "header": ["increment_id", "created_at", "customer_email", "grand_total", "status"], "joined": [], "system": "magento", "columns": {"order": ["increment_id"], "total": ["grand_total"], "status": ["status"], "country": ["billing_country_id", "country_id"], "currency": ["order_currency_code"], "customer": ["customer_id", "customer_email"], "refunded": ["total_refunded"], "ordered-at": ["created_at"]}, "without": [], "constants": {}, "fill-down": [], "kept-statuses": ["complete", "processing"], "once-per-order": ["total", "refunded"], "other-statuses": ["Closed", "Canceled", "Pending", "Pending Payment", "pending_payment", "On Hold", "Holded", "Payment Review", "payment_review", "Suspected Fraud", "fraud", "PayPal Canceled Reversal", "PayPal Reversed", "Pending PayPal", "Rejected"], "return-statuses": []}, "magento-orders": {"ask": {}, "feed": "orders", "zone": "null", "strip": "null", "header": ["ID", "Purchase Date", "Grand Total (Purchased)", "Status", "Customer Email"], "joined": [], "system": "magento", "columns": {"order": ["ID"], "total": ["Grand Total (Purchased)"], "status": ["Status"], "customer": ["Customer Email"], "refunded": ["Total Refunded"], "ordered-at": ["Purchase Date"]}, "without": [], "constants": {}, "fill-down": [], "kept-statuses": ["Complete", "Processing"], "once-per-order": ["total", "refunded"], "other-statuses": ["Closed", "Canceled", "Pending", "Pending Payment", "pending_payment", "On Hold", "Holded", "Payment Review", "payment_review", "Suspected Fraud", "fraud", "PayPal Canceled Reversal", "PayPal Reversed", "Pending PayPal", "Rejected"], "return-statuses": []}, "shopify-orders": {"ask": {}, "feed": "orders", "zone": "null", "strip": "null", "header": ["Name", "Email", "Financial Status", "Created at", "Total", "Lineitem quantity", "Lineitem name"], "joined": [], "system": "shopify", "columns": {"order": ["Name"], "total": ["Total"], "status": ["Financial Status"], "country": ["Billing Country", "Shipping Country"], "currency": ["Currency"], "customer": ["Email"], "refunded": ["Refunded Amount"], "ordered-at": ["Created at"]}, "without": [], "constants": {}, "fill-down": ["customer", "status", "currency", "country"], "kept-statuses": ["paid", "partially_refunded"], "once-per-order": ["total", "refunded"], "other-statuses": ["pending", "authorized", "partially_paid", "refunded", "voided", "expired", "unpaid"], "return-statuses": []}, "stripe-charges": {"ask": {}, "feed": "orders", "zone": "UTC", "strip": "null", "header": ["id", "Created (UTC)", "Amount", "Amount Refunded", "Currency", "Status"], "joined": [], "system": "stripe", "columns": {"order": ["id"], "total": ["Amount"], "status": ["Status"], "currency": ["Currency"], "customer": ["Customer ID", "Customer Email"], "refunded": ["Amount Refunded"], "ordered-at": ["Created date (UTC)", "Created (UTC)"]}, "without": [], "constants": {}, "fill-down": [], "kept-statuses": ["Paid", "Partially Refunded"], "once-per-order": [], "other-statuses": ["Refunded", "Failed", "Canceled", "Cancelled", "Incomplete", "Uncaptured", "Blocked", "Requires Action", "Requires Confirmation", "Requires Capture", "requires_payment_method", "requires_action", "requires_capture", "requires_confirmation", "canceled", "Disputed", "Early Fraud Warning"], "return-statuses": []}, "stripe-payments": {"ask": {}, "feed": "orders", "zone": "UTC", "strip": "null", "header": ["id", "Created date (UTC)", "Amount", "Amount Refunded", "Currency", "Status"], "joined": [], "system": "stripe", "columns": {"order": ["id"], "total": ["Amount"], "status": ["Status"], "currency": ["Currency"], "customer": ["Customer ID", "Customer Email"], "refunded": ["Amount Refunded"], "ordered-at": ["Created date (UTC)", "Created (UTC)"]}, "without": [], "constants": {}, "fill-down": [], "kept-statuses": ["Paid", "Partially Refunded"], "once-per-order": [], "other-statuses": ["Refunded", "Failed", "Canceled", "Cancelled", "Incomplete", "Uncaptured", "Blocked", "Requires Action", "Requires Confirmation", "Requires Capture", "requires_payment_method", "requires_action", "requires_capture", "requires_confirmation", "canceled", "Disputed", "Early Fraud Warning"], "return-statuses": []}, "amazon-shipments": {"ask": {}, "feed": "order-lines", "zone": "null", "strip": "null", "header": ["amazon-order-id", "purchase-date", "shipment-date", "buyer-email", "quantity-shipped", "item-price"], "joined": [], "system": "amazon", "columns": {"order": ["amazon-order-id"], "country": ["ship-country"], "product": ["sku"], "currency": ["currency"], "customer": ["buyer-email"], "ordered-at": ["purchase-date"], "unit-price": ["item-price"]}, "without": [], "constants": {"quantity": "1"}, "fill-down": [], "kept-statuses": [], "once-per-order": [], "other-statuses": [], "return-statuses": []}, "woocommerce-rows": {"ask": {}, "feed": "orders", "zone": "null", "strip": "null", "header": ["order_id", "date", "status", "order_total", "billing_email", "line_items"], "joined": [], "system": "woocommerce", "columns": {"order": ["order_id"], "total": ["order_total"], "status": ["status"], "country": ["billing_country"], "currency": ["order_currency"], "customer": ["customer_id", "billing_email"], "refunded": ["refunded_total"], "ordered-at": ["date"]}, "without": ["item_name"], "constants": {}, "fill-down": [], "kept-statuses": ["completed", "processing"], "once-per-order": ["total", "refunded"], "other-statuses": ["Pending payment", "Pending", "On hold", "on-hold", "Cancelled", "Refunded", "Failed", "Draft", "checkout-draft", "Trash"], "return-statuses": []}, "amazon-all-orders": {"ask": {"customer": "this report does not name the customer; take the order report or the report of fulfilled shipments, which have buyer-email"}, "feed": "order-lines", "zone": "null", "strip": "null", "header": ["amazon-order-id", "purchase-date", "order-status", "sales-channel", "item-price"], "joined": [], "system": "amazon", "columns": {"order": ["amazon-order-id"], "status": ["order-status"], "country": ["ship-country"], "product": ["sku"], "currency": ["currency"], "ordered-at": ["purchase-date"], "unit-price": ["item-price"]}, "without": ["buyer-email"], "constants": {"quantity": "1"}, "fill-down": [], "kept-statuses": ["Shipped", "Shipped - Delivered to Buyer", "Complete"], "once-per-order": [], "other-statuses": ["Cancelled", "Canceled", "Pending", "Unshipped"], "return-statuses": []}, "shopify-customers": {"ask": {}, "feed": "customers", "zone": "null", "strip": "''", "header": ["Email", "Accepts Email Marketing", "Total Spent", "Total Orders"], "joined": [], "system": "shopify", "columns": {"zip": ["Default Address Zip", "Zip"], "city": ["Default Address City", "City"], "email": ["Email"], "phone": ["Phone", "Default Address Phone"], "state": ["Default Address Province Code", "Province Code"], "country": ["Default Address Country Code", "Country Code"], "customer": ["Email"], "last-name": ["Last Name"], "first-name": ["First Name"], "consent-email": ["Accepts Email Marketing"]}, "without": [], "constants": {}, "fill-down": [], "kept-statuses": [], "once-per-order": [], "other-statuses": [], "return-statuses": []}, "woocommerce-items": {"ask": {}, "feed": "orders", "zone": "null", "strip": "null", "header": ["order_id", "date", "status", "order_total", "billing_email", "item_name"], "joined": [], "system": "woocommerce", "columns": {"order": ["order_id"], "total": ["order_total"], "status": ["status"], "country": ["billing_country"], "currency": ["order_currency"], "customer": ["customer_id", "billing_email"], "refunded": ["refunded_total"], "ordered-at": ["date"]}, "without": [], "constants": {}, "fill-down": [], "kept-statuses": ["completed", "processing"], "once-per-order": ["total", "refunded"], "other-statuses": ["Pending payment", "Pending", "On hold", "on-hold", "Cancelled", "Refunded", "Failed", "Draft", "checkout-draft", "Trash"], "return-statuses": []}, "squarespace-orders": {"ask": {}, "feed": "orders", "zone": "null", "strip": "null", "header": ["Order ID", "Email", "Financial Status", "Amount Refunded", "Total", "Created at", "Lineitem quantity"], "joined": [], "system": "squarespace", "columns": {"order": ["Order ID"], "total": ["Total"], "status": ["Financial Status"], "country": ["Billing Country", "Shipping Country"], "currency": ["Currency"], "customer": ["Email"], "refunded": ["Amount Refunded"], "ordered-at": ["Created at"]}, "without": [], "constants": {}, "fill-down": ["customer", "status", "currency", "country"], "kept-statuses": ["PAID", "PARTIALLY_REFUNDED", "PARTIALLY REFUNDED"], "once-per-order": ["total", "refunded"], "other-statuses": ["PENDING", "REFUNDED", "CANCELED", "CANCELLED", "AUTHORIZED", "UNPAID", "VOIDED"], "return-statuses": []}, "woocommerce-orders": {"ask": {}, "feed": "orders", "zone": "null", "strip": "null", "header": ["Order Number", "Order Status", "Order Date", "Email (Billing)", "Order Total Amount"], "joined": [], "system": "woocommerce", "columns": {"order": ["Order Number"], "total": ["Order Total Amount"], "status": ["Order Status"], "country": ["Country Code (Billing)"], "currency": ["Currency", "Order Currency"], "customer": ["Email (Billing)"], "refunded": ["Order Refund Amount"], "ordered-at": ["Order Date"]}, "without": [], "constants": {}, "fill-down": [], "kept-statuses": ["Completed", "Processing"], "once-per-order": ["total", "refunded"], "other-statuses": ["Pending payment", "Pending", "On hold", "on-hold", "Cancelled", "Refunded", "Failed", "Draft", "checkout-draft", "Trash"], "return-statuses": []}, "square-transactions": {"ask": {"zone": "of the column Time Zone, such as America/New_York; remove the line if it is business.zone"}, "feed": "orders", "zone": "null", "strip": "null", "header": ["Date", "Time", "Time Zone", "Gross Sales", "Net Sales", "Total Collected", "Transaction ID", "Event Type"], "joined": ["ordered-at"], "system": "square", "columns": {"order": ["Transaction ID"], "total": ["Total Collected"], "status": ["Event Type"], "customer": ["Customer ID"], "ordered-at": ["Date", "Time"]}, "without": [], "constants": {}, "fill-down": [], "kept-statuses": ["Payment"], "once-per-order": [], "other-statuses": [], "return-statuses": ["Refund"]}, "woocommerce-analytics": {"ask": {"customer": "this report has only names, which several customers can share; export from Orders instead, or take Customer"}, "feed": "orders", "zone": "null", "strip": "null", "header": ["Order #", "Status", "Customer", "Product(s)", "Items sold"], "joined": [], "system": "woocommerce", "columns": {"order": ["Order #"], "total": ["N. Revenue", "Net sales", "Net Revenue"], "status": ["Status"], "ordered-at": ["Date"]}, "without": [], "constants": {}, "fill-down": [], "kept-statuses": ["Completed", "Processing"], "once-per-order": ["total"], "other-statuses": ["Pending payment", "Pending", "On hold", "on-hold", "Cancelled", "Refunded", "Failed", "Draft", "checkout-draft", "Trash"], "return-statuses": []}, "woocommerce-webtoffee": {"ask": {}, "feed": "orders", "zone": "null", "strip": "null", "header": ["order_id", "order_number", "order_date", "status", "order_total", "order_currency", "billing_email"], "joined": [], "system": "woocommerce", "columns": {"order": ["order_id"], "total": ["order_total"], "status": ["status"], "country": ["billing_country"], "currency": ["order_currency"], "customer": ["customer_id", "billing_email", "customer_email"], "refunded": ["refunded_total", "refund_amount"], "ordered-at": ["order_date"]}, "without": [], "constants": {}, "fill-down": [], "kept-statuses": ["completed", "processing", "wc-completed", "wc-processing"], "once-per-order": ["total", "refunded"], "other-statuses": ["Pending payment", "Pending", "On hold", "on-hold", "Cancelled", "Refunded", "Failed", "Draft", "checkout-draft", "Trash"], "return-statuses": []}, "shopify-customers-2020": {"ask": {}, "feed": "customers", "zone": "null", "strip": "''", "header": ["Email", "Accepts Marketing", "Total Spent", "Total Orders", "Province Code"], "joined": [], "system": "shopify", "columns": {"zip": ["Zip"], "city": ["City"], "email": ["Email"], "phone": ["Phone"], "state": ["Province Code"], "country": ["Country Code"], "customer": ["Email"], "last-name": ["Last Name"], "first-name": ["First Name"], "consent-email": ["Accepts Marketing"]}, "without": [], "constants": {}, "fill-down": [], "kept-statuses": [], "once-per-order": [], "other-statuses": [], "return-statuses": []}}}, "alerts": {"on": ["failure", "warning", "approval", "overdue", "recovery"], "email": "null", "console": "null", "retries": "2", "timeout": "PT10S", "commands": {}, "webhooks": {}, "repeat-after": "PT24H", "overdue-after": "PT26H"}, "ingest": {"s3": {}, "poll": "PT1M", "sftp": {}, "folder": {"path": "inbox", "enabled": "true", "min-age": "PT2S"}, "landing": "var/landing", "sources": {"shop-orders": {"feed": "order-lines", "keys": {"lower": "false", "strip": "null", "damaged": "keep"}, "zone": "null", "files": "orders-*.csv*", "expect": {"by": "null", "max-rows": "null", "min-rows": "0", "required": "false", "max-files": "null", "min-files": "1", "max-reject-share": "0.10"}, "layout": {"quote": "\"", "escape": "null", "format": "null", "header": "true", "sheets": [], "comment": "null", "encoding": "null", "delimiter": "null", "skip-lines": "null"}, "locale": "en", "columns": {"order": ["order_number"], "status": ["status"], "product": ["product_code"], "customer": ["customer_id"], "quantity": ["quantity"], "ordered-at": ["ordered_at"], "unit-price": ["unit_price"]}, "numbers": {"decimal": ".", "thousands": "null"}, "returns": "net", "currency": "null", "constants": {}, "fill-down": [], "same-name": "correction", "attributes": {}, "duplicates": "drop-identical", "free-lines": "leave-out", "date-format": ["yyyy-MM-dd HH:mm:ss"], "no-customer": ["0", "guest", "null", "nan", "n/a", "none", "-", "#N/A"], "kept-statuses": ["completed", "returned"], "return-marker": {"statuses": ["returned"], "order-prefix": "null", "negative-quantity": "true"}, "once-per-order": []}, "online-retail": {"feed": "order-lines", "keys": {"lower": "false", "strip": "null", "damaged": "keep"}, "zone": "null", "files": "online_retail*.csv*", "expect": {"by": "null", "max-rows": "null", "min-rows": "0", "required": "false", "max-files": "null", "min-files": "1", "max-reject-share": "0.05"}, "layout": {"quote": "\"", "escape": "null", "format": "null", "header": "true", "sheets": [], "comment": "null", "encoding": "null", "delimiter": "null", "skip-lines": "null"}, "locale": "en", "columns": {"order": ["InvoiceNo"], "country": ["Country"], "product": ["StockCode"], "customer": ["CustomerID"], "quantity": ["Quantity"], "ordered-at": ["InvoiceDate"], "unit-price": ["UnitPrice"]}, "numbers": {"decimal": ".", "thousands": "null"}, "returns": "ignore", "currency": "GBP", "constants": {}, "fill-down": [], "same-name": "correction", "attributes": {}, "duplicates": "keep", "free-lines": "leave-out", "date-format": ["yyyy-MM-dd HH:mm:ss"], "no-customer": ["0", "guest", "null", "nan", "n/a", "none", "-", "#N/A"], "kept-statuses": [], "return-marker": {"statuses": [], "order-prefix": "C", "negative-quantity": "true"}, "once-per-order": []}, "shop-customers": {"feed": "customers", "keys": {"lower": "false", "strip": "null", "damaged": "keep"}, "zone": "null", "files": "customers-*.csv*", "expect": {"by": "null", "max-rows": "null", "min-rows": "0", "required": "false", "max-files": "null", "min-files": "1", "max-reject-share": "0.10"}, "layout": {"quote": "\"", "escape": "null", "format": "null", "header": "true", "sheets": [], "comment": "null", "encoding": "null", "delimiter": "null", "skip-lines": "null"}, "locale": "en", "columns": {"city": ["city"], "email": ["email"], "phone": ["phone"], "consent": ["email_consent"], "country": ["country"], "customer": ["customer_id"], "last-name": ["last_name"], "opted-out": ["opted_out"], "first-name": ["first_name"], "updated-at": ["updated_at"]}, "numbers": {"decimal": ".", "thousands": "null"}, "returns": "net", "currency": "null", "constants": {}, "fill-down": [], "same-name": "correction", "attributes": {}, "duplicates": "null", "free-lines": "leave-out", "date-format": ["yyyy-MM-dd HH:mm:ss"], "no-customer": ["0", "guest", "null", "nan", "n/a", "none", "-", "#N/A"], "kept-statuses": [], "return-marker": {"statuses": [], "order-prefix": "null", "negative-quantity": "false"}, "once-per-order": []}}}, "report": {"folder": "reports", "retention": "P400D"}, "deliver": {"files": {}, "guard": {"from": "20", "max-growth": "1", "max-changes": "0.3", "max-removes": "0.3"}, "folder": "extracts", "outbox": "var/outbox", "retention": "P90D", "deliveries": {}, "destination": "generic-csv"}, "metrics": {"file": "null"}, "privacy": {"secret": "***"}, "business": {"zone": "Europe/London", "rates": {}, "currency": "GBP", "retention": "null"}, "forecast": {"min-repeat-buyers": "2"}, "schedule": {"cron": "null", "zone": "null", "catch-up": "7"}, "segments": {"map": "rfm-125", "maps": {"tiers": {"else": "null", "scores": {"f": "1-5", "m": "1-5", "r": "1-5"}, "waiver": "", "segments": [{"name": "Platinum", "rank": "null", "boxes": [{"f": "null", "m": "5", "r": "null", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Invitations and early access", "action": "Serve them first and in person.", "channel": "phone, post", "patterns": "", "description": "The fifth that spends the most."}, {"name": "Gold", "rank": "null", "boxes": [{"f": "null", "m": "3-4", "r": "null", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Points towards Platinum", "action": "Show what the next tier gives.", "channel": "email", "patterns": "", "description": "The two fifths below the top by spend."}, {"name": "Silver", "rank": "null", "boxes": [{"f": "null", "m": "1-2", "r": "null", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Seasonal offers of the newsletter", "action": "Keep them buying at low cost.", "channel": "email", "patterns": "", "description": "The two fifths that spend the least."}], "direction": "n-is-best"}, "putler": {"else": "null", "scores": {"f": "0-5", "m": "0-5", "r": "0-5"}, "waiver": "published so: At Risk comes before Can''t Lose Them and has every cell of it", "segments": [{"name": "Champions", "rank": "null", "boxes": [{"f": "null", "m": "null", "r": "4-5", "fm": "4-5", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Early access; no discount", "action": "Reward them; show them what is new first.", "channel": "email, post", "patterns": "", "description": "Bought lately, often, and spend the most."}, {"name": "Loyal Customers", "rank": "null", "boxes": [{"f": "null", "m": "null", "r": "2-5", "fm": "3-5", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Points or a gift with the next order", "action": "Offer the next tier; ask for reviews.", "channel": "email", "patterns": "", "description": "Buy regularly and spend well."}, {"name": "Potential Loyalist", "rank": "null", "boxes": [{"f": "null", "m": "null", "r": "3-5", "fm": "1-3", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Member price on a matching product", "action": "Invite to the loyalty programme; recommend what goes with the last order.", "channel": "email", "patterns": "", "description": "Recent buyers with some orders behind them."}, {"name": "Recent Customers", "rank": "null", "boxes": [{"f": "null", "m": "null", "r": "4-5", "fm": "0-1", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Free delivery on the next order", "action": "Follow up on the last order; suggest the next.", "channel": "email", "patterns": "", "description": "Bought lately, not often yet."}, {"name": "Promising", "rank": "null", "boxes": [{"f": "null", "m": "null", "r": "3-4", "fm": "0-1", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Small voucher for the next order", "action": "Build the habit with a small reason for the next order.", "channel": "email", "patterns": "", "description": "Recent buyers with a good basket, but few orders."}, {"name": "Customers Needing Attention", "rank": "null", "boxes": [{"f": "null", "m": "null", "r": "2-3", "fm": "2-3", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Limited offer on what they know", "action": "Remind them of what they bought before.", "channel": "email, app", "patterns": "", "description": "In the middle on all three, but cooling."}, {"name": "About To Sleep", "rank": "null", "boxes": [{"f": "null", "m": "null", "r": "2-3", "fm": "0-2", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Voucher with a near end date", "action": "Share popular products; reconnect before they are gone.", "channel": "email, social", "patterns": "", "description": "Below the middle, not seen for a while."}, {"name": "At Risk", "rank": "null", "boxes": [{"f": "null", "m": "null", "r": "0-2", "fm": "2-5", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Good discount on what they used to buy", "action": "Write in person; offer a reason to come back.", "channel": "email, post", "patterns": "", "description": "Bought often or much, but long ago."}, {"name": "Can''t Lose Them", "rank": "null", "boxes": [{"f": "null", "m": "null", "r": "0-1", "fm": "4-5", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Personal offer from the shop''s own people", "action": "Call them; win them back with what is new.", "channel": "phone, post", "patterns": "", "description": "Spent much, not seen for very long."}, {"name": "Hibernating", "rank": "null", "boxes": [{"f": "null", "m": "null", "r": "1-2", "fm": "1-2", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Standard voucher, sent once", "action": "Offer a standard reason to return, at low cost.", "channel": "email", "patterns": "", "description": "Last order long ago, few and small orders."}, {"name": "Lost", "rank": "null", "boxes": [{"f": "null", "m": "null", "r": "0-2", "fm": "0-2", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "none", "action": "Leave them out of paid campaigns.", "channel": "none", "patterns": "", "description": "Lowest on all three."}], "direction": "n-is-best"}, "klaviyo": {"else": "null", "scores": {"f": "1-3", "m": "1-3", "r": "1-3"}, "waiver": "", "segments": [{"name": "Champions", "rank": "null", "boxes": [], "codes": "333 332 323", "offer": "Early access; no discount", "action": "Reward them; show them what is new first.", "channel": "email, post", "patterns": "", "description": "Bought lately, often, and spend the most."}, {"name": "Loyal", "rank": "null", "boxes": [], "codes": "321 322 331 232 233", "offer": "Points or a gift with the next order", "action": "Offer the next tier; ask for reviews.", "channel": "email", "patterns": "", "description": "Buy regularly and spend well."}, {"name": "Recent", "rank": "null", "boxes": [], "codes": "312 313 311 222 223", "offer": "Free delivery on the next order", "action": "Follow up on the last order; suggest the next.", "channel": "email", "patterns": "", "description": "Bought lately, not often yet."}, {"name": "Needs Attention", "rank": "null", "boxes": [], "codes": "213 221 123 132 133", "offer": "Limited offer on what they know", "action": "Remind them of what they bought before.", "channel": "email, app", "patterns": "", "description": "In the middle on all three, but cooling."}, {"name": "At Risk", "rank": "null", "boxes": [], "codes": "231 212 122 131 211", "offer": "Good discount on what they used to buy", "action": "Write in person; offer a reason to come back.", "channel": "email, post", "patterns": "", "description": "Bought often or much, but long ago."}, {"name": "Inactive", "rank": "null", "boxes": [], "codes": "111 112 113 121", "offer": "Last voucher", "action": "Ask once whether they want to hear more, then leave them out.", "channel": "email", "patterns": "", "description": "Not seen for long, and little bought before."}], "direction": "n-is-best"}, "rfm-125": {"else": "null", "scores": {"f": "1-5", "m": "1-5", "r": "1-5"}, "waiver": "", "segments": [{"name": "Champions", "rank": "null", "boxes": [], "codes": "555 554 544 545 454 455 445", "offer": "Early access; no discount", "action": "Reward them; show them what is new first.", "channel": "email, post", "patterns": "", "description": "Bought lately, often, and spend the most."}, {"name": "Loyal", "rank": "null", "boxes": [], "codes": "543 444 435 355 354 345 344 335", "offer": "Points or a gift with the next order", "action": "Offer the next tier; ask for reviews.", "channel": "email", "patterns": "", "description": "Buy regularly and spend well."}, {"name": "Potential Loyalist", "rank": "null", "boxes": [], "codes": "553 551 552 541 542 533 532 531 452 451 442 441 431 453 433 432 423 353 352 351 342 341 333 323", "offer": "Member price on a matching product", "action": "Invite to the loyalty programme; recommend what goes with the last order.", "channel": "email", "patterns": "", "description": "Recent buyers with some orders behind them."}, {"name": "New Customers", "rank": "null", "boxes": [], "codes": "512 511 422 421 412 411 311", "offer": "Free delivery on the next order", "action": "Welcome them; help with the first purchase.", "channel": "email", "patterns": "", "description": "Bought lately for the first or second time."}, {"name": "Promising", "rank": "null", "boxes": [], "codes": "525 524 523 522 521 515 514 513 425 424 413 414 415 315 314 313", "offer": "Small voucher for the next order", "action": "Build the habit with a small offer on the second order.", "channel": "email", "patterns": "", "description": "Recent buyers with a good basket, but few orders."}, {"name": "Need Attention", "rank": "null", "boxes": [], "codes": "535 534 443 434 343 334 325 324", "offer": "Limited offer on what they know", "action": "Remind with a limited offer on what they bought before.", "channel": "email, app", "patterns": "", "description": "Above the middle on all three, but cooling."}, {"name": "About To Sleep", "rank": "null", "boxes": [], "codes": "331 321 312 221 213 231 241 251", "offer": "Voucher with a near end date", "action": "Share popular products; reconnect before they are gone.", "channel": "email, social", "patterns": "", "description": "Below the middle, not seen for a while."}, {"name": "At Risk", "rank": "null", "boxes": [], "codes": "255 254 245 244 253 252 243 242 235 234 225 224 153 152 145 143 142 135 134 133 125 124", "offer": "Good discount on what they used to buy", "action": "Write in person; offer a reason to come back.", "channel": "email, post", "patterns": "", "description": "Bought often or much, but long ago."}, {"name": "Cannot Lose Them", "rank": "null", "boxes": [], "codes": "155 154 144 214 215 115 114 113", "offer": "Personal offer from the shop''s own people", "action": "Call them; win them back with what is new.", "channel": "phone, post", "patterns": "", "description": "Spent much, not seen for very long."}, {"name": "Hibernating", "rank": "null", "boxes": [], "codes": "332 322 233 232 223 222 132 123 122 212 211", "offer": "Standard voucher, sent once", "action": "Offer a standard reason to return, at low cost.", "channel": "email", "patterns": "", "description": "Last order long ago, few and small orders."}, {"name": "Lost", "rank": "null", "boxes": [], "codes": "111 112 121 131 141 151", "offer": "none", "action": "Leave them out of paid campaigns.", "channel": "none", "patterns": "", "description": "Lowest on all three."}], "direction": "n-is-best"}, "rf-regex": {"else": "null", "scores": {"f": "1-5", "m": "1-5", "r": "1-5"}, "waiver": "", "segments": [{"name": "champions", "rank": "null", "boxes": [], "codes": "", "offer": "Early access; no discount", "action": "Reward them; show them what is new first.", "channel": "email, post", "patterns": "5[4-5]", "description": "Bought lately, often, and spend the most."}, {"name": "loyal_customers", "rank": "null", "boxes": [], "codes": "", "offer": "Points or a gift with the next order", "action": "Offer the next tier; ask for reviews.", "channel": "email", "patterns": "[3-4][4-5]", "description": "Buy regularly and spend well."}, {"name": "potential_loyalists", "rank": "null", "boxes": [], "codes": "", "offer": "Member price on a matching product", "action": "Invite to the loyalty programme; recommend what goes with the last order.", "channel": "email", "patterns": "[4-5][2-3]", "description": "Recent buyers with some orders behind them."}, {"name": "new_customers", "rank": "null", "boxes": [], "codes": "", "offer": "Free delivery on the next order", "action": "Welcome them; help with the first purchase.", "channel": "email", "patterns": "51", "description": "Bought lately for the first or second time."}, {"name": "promising", "rank": "null", "boxes": [], "codes": "", "offer": "Small voucher for the next order", "action": "Build the habit with a small reason for the next order.", "channel": "email", "patterns": "41", "description": "Recent buyers with a good basket, but few orders."}, {"name": "need_attention", "rank": "null", "boxes": [], "codes": "", "offer": "Limited offer on what they know", "action": "Remind them of what they bought before.", "channel": "email, app", "patterns": "33", "description": "In the middle on all three, but cooling."}, {"name": "about_to_sleep", "rank": "null", "boxes": [], "codes": "", "offer": "Voucher with a near end date", "action": "Share popular products; reconnect before they are gone.", "channel": "email, social", "patterns": "3[1-2]", "description": "Below the middle, not seen for a while."}, {"name": "at_Risk", "rank": "null", "boxes": [], "codes": "", "offer": "Good discount on what they used to buy", "action": "Write in person; offer a reason to come back.", "channel": "email, post", "patterns": "[1-2][3-4]", "description": "Bought often or much, but long ago."}, {"name": "cant_loose", "rank": "null", "boxes": [], "codes": "", "offer": "Personal offer from the shop''s own people", "action": "Call them; win them back with what is new.", "channel": "phone, post", "patterns": "[1-2]5", "description": "Spent much, not seen for very long."}, {"name": "hibernating", "rank": "null", "boxes": [], "codes": "", "offer": "Standard voucher, sent once", "action": "Offer a standard reason to return, at low cost.", "channel": "email", "patterns": "[1-2][1-2]", "description": "Last order long ago, few and small orders."}], "direction": "n-is-best"}, "r-rfm-classic": {"else": {"name": "Others", "offer": "none", "action": "Send the newsletter; look at them when there are many.", "channel": "email", "description": "Scores that no rule of the map has."}, "scores": {"f": "1-5", "m": "1-5", "r": "1-5"}, "waiver": "published so: 36 of 125 cells have no rule and go to Others; Potential Loyalist comes before New Customers and Promising, At Risk before Can''t Lose Them", "segments": [{"name": "Champions", "rank": "null", "boxes": [{"f": "4-5", "m": "4-5", "r": "4-5", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Early access; no discount", "action": "Reward them; show them what is new first.", "channel": "email, post", "patterns": "", "description": "Bought lately, often, and spend the most."}, {"name": "Loyal Customers", "rank": "null", "boxes": [{"f": "3-5", "m": "3-5", "r": "2-5", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Points or a gift with the next order", "action": "Offer the next tier; ask for reviews.", "channel": "email", "patterns": "", "description": "Buy regularly and spend well."}, {"name": "Potential Loyalist", "rank": "null", "boxes": [{"f": "1-3", "m": "1-3", "r": "3-5", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Member price on a matching product", "action": "Invite to the loyalty programme; recommend what goes with the last order.", "channel": "email", "patterns": "", "description": "Recent buyers with some orders behind them."}, {"name": "New Customers", "rank": "null", "boxes": [{"f": "1", "m": "1", "r": "4-5", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Free delivery on the next order", "action": "Welcome them; help with the first purchase.", "channel": "email", "patterns": "", "description": "Bought lately for the first or second time."}, {"name": "Promising", "rank": "null", "boxes": [{"f": "1", "m": "1", "r": "3-4", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Small voucher for the next order", "action": "Build the habit with a small reason for the next order.", "channel": "email", "patterns": "", "description": "Recent buyers with a good basket, but few orders."}, {"name": "Need Attention", "rank": "null", "boxes": [{"f": "2-3", "m": "2-3", "r": "2-3", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Limited offer on what they know", "action": "Remind them of what they bought before.", "channel": "email, app", "patterns": "", "description": "In the middle on all three, but cooling."}, {"name": "About To Sleep", "rank": "null", "boxes": [{"f": "1-2", "m": "1-2", "r": "2-3", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Voucher with a near end date", "action": "Share popular products; reconnect before they are gone.", "channel": "email, social", "patterns": "", "description": "Below the middle, not seen for a while."}, {"name": "At Risk", "rank": "null", "boxes": [{"f": "2-5", "m": "2-5", "r": "1-2", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Good discount on what they used to buy", "action": "Write in person; offer a reason to come back.", "channel": "email, post", "patterns": "", "description": "Bought often or much, but long ago."}, {"name": "Can''t Lose Them", "rank": "null", "boxes": [{"f": "4-5", "m": "4-5", "r": "1", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Personal offer from the shop''s own people", "action": "Call them; win them back with what is new.", "channel": "phone, post", "patterns": "", "description": "Spent much, not seen for very long."}, {"name": "Lost", "rank": "null", "boxes": [{"f": "1-2", "m": "1-2", "r": "1-2", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "none", "action": "Leave them out of paid campaigns.", "channel": "none", "patterns": "", "description": "Lowest on all three."}], "direction": "n-is-best"}, "r-rfm-current": {"else": {"name": "Others", "offer": "none", "action": "Send the newsletter; look at them when there are many.", "channel": "email", "description": "Scores that no rule of the map has."}, "scores": {"f": "1-5", "m": "1-5", "r": "1-5"}, "waiver": "published so: 10 of 125 cells have no rule and go to Others", "segments": [{"name": "Champions", "rank": "1", "boxes": [{"f": "5", "m": "5", "r": "5", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Early access; no discount", "action": "Reward them; show them what is new first.", "channel": "email, post", "patterns": "", "description": "Bought lately, often, and spend the most."}, {"name": "Potential Loyalist", "rank": "3", "boxes": [{"f": "3-5", "m": "2-5", "r": "3-5", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Member price on a matching product", "action": "Invite to the loyalty programme; recommend what goes with the last order.", "channel": "email", "patterns": "", "description": "Recent buyers with some orders behind them."}, {"name": "Loyal Customers", "rank": "2", "boxes": [{"f": "2-4", "m": "2-4", "r": "2-4", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Points or a gift with the next order", "action": "Offer the next tier; ask for reviews.", "channel": "email", "patterns": "", "description": "Buy regularly and spend well."}, {"name": "Promising", "rank": "5", "boxes": [{"f": "1-3", "m": "3-5", "r": "3-4", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Small voucher for the next order", "action": "Build the habit with a small reason for the next order.", "channel": "email", "patterns": "", "description": "Recent buyers with a good basket, but few orders."}, {"name": "New Customers", "rank": "4", "boxes": [{"f": "1-3", "m": "1-5", "r": "4-5", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Free delivery on the next order", "action": "Welcome them; help with the first purchase.", "channel": "email", "patterns": "", "description": "Bought lately for the first or second time."}, {"name": "Can''t Lose Them", "rank": "9", "boxes": [{"f": "3-4", "m": "4-5", "r": "1-2", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Personal offer from the shop''s own people", "action": "Call them; win them back with what is new.", "channel": "phone, post", "patterns": "", "description": "Spent much, not seen for very long."}, {"name": "At Risk", "rank": "8", "boxes": [{"f": "2-5", "m": "4-5", "r": "1-2", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Good discount on what they used to buy", "action": "Write in person; offer a reason to come back.", "channel": "email, post", "patterns": "", "description": "Bought often or much, but long ago."}, {"name": "Need Attention", "rank": "6", "boxes": [{"f": "3-5", "m": "3-5", "r": "1-3", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Limited offer on what they know", "action": "Remind them of what they bought before.", "channel": "email, app", "patterns": "", "description": "In the middle on all three, but cooling."}, {"name": "About To Sleep", "rank": "7", "boxes": [{"f": "1-3", "m": "1-4", "r": "2-3", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Voucher with a near end date", "action": "Share popular products; reconnect before they are gone.", "channel": "email, social", "patterns": "", "description": "Below the middle, not seen for a while."}, {"name": "Lost", "rank": "10", "boxes": [{"f": "1-5", "m": "1-5", "r": "1", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "none", "action": "Leave them out of paid campaigns.", "channel": "none", "patterns": "", "description": "Lowest on all three."}], "direction": "n-is-best"}, "quartile-patterns": {"else": {"name": "Others", "offer": "none", "action": "Send the newsletter; look at them when there are many.", "channel": "email", "description": "Scores that no rule of the map has."}, "scores": {"f": "1-4", "m": "1-4", "r": "1-4"}, "waiver": "", "segments": [{"name": "Best customers", "rank": "1", "boxes": [], "codes": "", "offer": "Early access; no discount", "action": "Reward them; show them what is new first.", "channel": "email, post", "patterns": "111", "description": "Bought lately, often, and spend the most."}, {"name": "Newest customers", "rank": "5", "boxes": [], "codes": "", "offer": "Free delivery on the next order", "action": "Welcome them; help with the first purchase.", "channel": "email", "patterns": "14?", "description": "Bought in the latest quarter of buyers, and hardly ever before."}, {"name": "Slipping", "rank": "6", "boxes": [], "codes": "", "offer": "Last voucher", "action": "Ask once whether they will come again, then leave them out.", "channel": "email", "patterns": "44?", "description": "Bought seldom, and not for a long time."}, {"name": "Faithful, promising", "rank": "4", "boxes": [], "codes": "", "offer": "Free delivery above a higher basket", "action": "Show sets and dearer products next to what they buy.", "channel": "email, app", "patterns": "?13 ?14", "description": "Buy often, in small orders."}, {"name": "Biggest spenders", "rank": "2", "boxes": [], "codes": "", "offer": "Exclusive products; no discount", "action": "Show them the best products; serve them in person.", "channel": "email, phone", "patterns": "??1", "description": "Spend the most, whenever they come."}, {"name": "Loyal", "rank": "3", "boxes": [], "codes": "", "offer": "Points or a gift with the next order", "action": "Offer the next tier; ask for reviews.", "channel": "email", "patterns": "?1?", "description": "Buy regularly and spend well."}], "direction": "1-is-best"}}, "lapsed": {"name": "Lapsed", "offer": "Voucher for coming back", "action": "Win them back with what is new, the best segments before first.", "channel": "email, post", "description": "Ordered once, but not in the window of the scores."}, "prospects": {"name": "Prospects", "offer": "Voucher for the first order", "action": "Invite to a first order.", "channel": "email", "description": "Known, but without an order that counts."}, "net-returners": {"name": "Net returners", "offer": "none", "action": "Look at sizes and product texts; no paid campaigns.", "channel": "none", "description": "Sent back as much as they kept, or more."}}, "audiences": {"holdout": {"days": "null", "salt": "null", "percent": "10"}, "declared": {"recent": {"day": "null", "except": {"f": {"at-most": "null", "at-least": "null"}, "m": {"at-most": "null", "at-least": "null"}, "r": {"at-most": "null", "at-least": "null"}, "moved": {"to": [], "from": [], "causes": [], "within-days": "1"}, "tiers": [], "orders": {"at-most": "null", "at-least": "null"}, "clusters": [], "forecast": {"value-90": {"at-most": "null", "at-least": "null"}, "orders-90": {"at-most": "null", "at-least": "null"}, "value-365": {"at-most": "null", "at-least": "null"}, "orders-365": {"at-most": "null", "at-least": "null"}, "probability-alive": {"at-most": "null", "at-least": "null"}}, "segments": [], "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "lookalikes": {"of": {"tiers": [], "clusters": [], "segments": []}, "count": "0"}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}, "select": {"f": {"at-most": "null", "at-least": "null"}, "m": {"at-most": "null", "at-least": "null"}, "r": {"at-most": "null", "at-least": "null"}, "moved": {"to": [], "from": [], "causes": [], "within-days": "1"}, "tiers": [], "orders": {"at-most": "null", "at-least": "1"}, "clusters": [], "forecast": {"value-90": {"at-most": "null", "at-least": "null"}, "orders-90": {"at-most": "null", "at-least": "null"}, "value-365": {"at-most": "null", "at-least": "null"}, "orders-365": {"at-most": "null", "at-least": "null"}, "probability-alive": {"at-most": "null", "at-least": "null"}}, "segments": [], "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "lookalikes": {"of": {"tiers": [], "clusters": [], "segments": []}, "count": "0"}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}, "channel": "null", "consent": "always", "holdout": {"days": "null", "salt": "null", "percent": "0"}, "minimum": {"warn-below": "0", "block-below": "0"}, "purpose": "null", "priority": "0", "frequency": "nightly", "description": "", "identifiers": ["customer-key"], "destinations": [], "exclusive-group": "null"}, "welcome": {"day": "null", "except": {"f": {"at-most": "null", "at-least": "null"}, "m": {"at-most": "null", "at-least": "null"}, "r": {"at-most": "null", "at-least": "null"}, "moved": {"to": [], "from": [], "causes": [], "within-days": "1"}, "tiers": [], "orders": {"at-most": "null", "at-least": "null"}, "clusters": [], "forecast": {"value-90": {"at-most": "null", "at-least": "null"}, "orders-90": {"at-most": "null", "at-least": "null"}, "value-365": {"at-most": "null", "at-least": "null"}, "orders-365": {"at-most": "null", "at-least": "null"}, "probability-alive": {"at-most": "null", "at-least": "null"}}, "segments": [], "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "lookalikes": {"of": {"tiers": [], "clusters": [], "segments": []}, "count": "0"}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}, "select": {"f": {"at-most": "null", "at-least": "null"}, "m": {"at-most": "null", "at-least": "null"}, "r": {"at-most": "null", "at-least": "null"}, "moved": {"to": [], "from": [], "causes": [], "within-days": "1"}, "tiers": [], "orders": {"at-most": "null", "at-least": "null"}, "clusters": [], "forecast": {"value-90": {"at-most": "null", "at-least": "null"}, "orders-90": {"at-most": "null", "at-least": "null"}, "value-365": {"at-most": "null", "at-least": "null"}, "orders-365": {"at-most": "null", "at-least": "null"}, "probability-alive": {"at-most": "null", "at-least": "null"}}, "segments": ["New Customers", "Promising"], "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "lookalikes": {"of": {"tiers": [], "clusters": [], "segments": []}, "count": "0"}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}, "channel": "email", "consent": "always", "holdout": {"days": "null", "salt": "null", "percent": "0"}, "minimum": {"warn-below": "0", "block-below": "0"}, "purpose": "email", "priority": "0", "frequency": "nightly", "description": "New customers, for the second order", "identifiers": ["email"], "destinations": ["klaviyo"], "exclusive-group": "null"}, "win-back": {"day": "null", "except": {"f": {"at-most": "null", "at-least": "null"}, "m": {"at-most": "null", "at-least": "null"}, "r": {"at-most": "null", "at-least": "null"}, "moved": {"to": [], "from": [], "causes": [], "within-days": "1"}, "tiers": [], "orders": {"at-most": "null", "at-least": "null"}, "clusters": [], "forecast": {"value-90": {"at-most": "null", "at-least": "null"}, "orders-90": {"at-most": "null", "at-least": "null"}, "value-365": {"at-most": "null", "at-least": "null"}, "orders-365": {"at-most": "null", "at-least": "null"}, "probability-alive": {"at-most": "null", "at-least": "null"}}, "segments": [], "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "lookalikes": {"of": {"tiers": [], "clusters": [], "segments": []}, "count": "0"}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}, "select": {"f": {"at-most": "null", "at-least": "null"}, "m": {"at-most": "null", "at-least": "null"}, "r": {"at-most": "null", "at-least": "null"}, "moved": {"to": [], "from": [], "causes": [], "within-days": "1"}, "tiers": [], "orders": {"at-most": "null", "at-least": "null"}, "clusters": [], "forecast": {"value-90": {"at-most": "null", "at-least": "null"}, "orders-90": {"at-most": "null", "at-least": "null"}, "value-365": {"at-most": "null", "at-least": "null"}, "orders-365": {"at-most": "null", "at-least": "null"}, "probability-alive": {"at-most": "null", "at-least": "null"}}, "segments": ["At Risk", "Cannot Lose Them"], "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "lookalikes": {"of": {"tiers": [], "clusters": [], "segments": []}, "count": "0"}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}, "channel": "email", "consent": "always", "holdout": {"days": "30", "salt": "null", "percent": "10"}, "minimum": {"warn-below": "0", "block-below": "0"}, "purpose": "email", "priority": "0", "frequency": "nightly", "description": "Good customers who began to slip away", "identifiers": ["email"], "destinations": ["klaviyo"], "exclusive-group": "null"}, "call-list": {"day": "null", "except": {"f": {"at-most": "null", "at-least": "null"}, "m": {"at-most": "null", "at-least": "null"}, "r": {"at-most": "null", "at-least": "null"}, "moved": {"to": [], "from": [], "causes": [], "within-days": "1"}, "tiers": [], "orders": {"at-most": "null", "at-least": "null"}, "clusters": [], "forecast": {"value-90": {"at-most": "null", "at-least": "null"}, "orders-90": {"at-most": "null", "at-least": "null"}, "value-365": {"at-most": "null", "at-least": "null"}, "orders-365": {"at-most": "null", "at-least": "null"}, "probability-alive": {"at-most": "null", "at-least": "null"}}, "segments": [], "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "lookalikes": {"of": {"tiers": [], "clusters": [], "segments": []}, "count": "0"}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}, "select": {"f": {"at-most": "null", "at-least": "null"}, "m": {"at-most": "null", "at-least": "null"}, "r": {"at-most": "null", "at-least": "null"}, "moved": {"to": [], "from": [], "causes": [], "within-days": "1"}, "tiers": [], "orders": {"at-most": "null", "at-least": "null"}, "clusters": [], "forecast": {"value-90": {"at-most": "null", "at-least": "null"}, "orders-90": {"at-most": "null", "at-least": "null"}, "value-365": {"at-most": "null", "at-least": "null"}, "orders-365": {"at-most": "null", "at-least": "null"}, "probability-alive": {"at-most": "null", "at-least": "null"}}, "segments": ["Cannot Lose Them"], "net-value": {"at-most": "null", "at-least": "200"}, "attributes": {}, "lookalikes": {"of": {"tiers": [], "clusters": [], "segments": []}, "count": "0"}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}, "channel": "people", "consent": "always", "holdout": {"days": "null", "salt": "null", "percent": "0"}, "minimum": {"warn-below": "0", "block-below": "0"}, "purpose": "phone", "priority": "0", "frequency": "nightly", "description": "Valuable customers whom somebody calls", "identifiers": ["phone"], "destinations": ["excel"], "exclusive-group": "null"}, "champions": {"day": "null", "except": {"f": {"at-most": "null", "at-least": "null"}, "m": {"at-most": "null", "at-least": "null"}, "r": {"at-most": "null", "at-least": "null"}, "moved": {"to": [], "from": [], "causes": [], "within-days": "1"}, "tiers": [], "orders": {"at-most": "null", "at-least": "null"}, "clusters": [], "forecast": {"value-90": {"at-most": "null", "at-least": "null"}, "orders-90": {"at-most": "null", "at-least": "null"}, "value-365": {"at-most": "null", "at-least": "null"}, "orders-365": {"at-most": "null", "at-least": "null"}, "probability-alive": {"at-most": "null", "at-least": "null"}}, "segments": [], "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "lookalikes": {"of": {"tiers": [], "clusters": [], "segments": []}, "count": "0"}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}, "select": {"f": {"at-most": "null", "at-least": "null"}, "m": {"at-most": "null", "at-least": "null"}, "r": {"at-most": "null", "at-least": "null"}, "moved": {"to": [], "from": [], "causes": [], "within-days": "1"}, "tiers": [], "orders": {"at-most": "null", "at-least": "null"}, "clusters": [], "forecast": {"value-90": {"at-most": "null", "at-least": "null"}, "orders-90": {"at-most": "null", "at-least": "null"}, "value-365": {"at-most": "null", "at-least": "null"}, "orders-365": {"at-most": "null", "at-least": "null"}, "probability-alive": {"at-most": "null", "at-least": "null"}}, "segments": ["Champions"], "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "lookalikes": {"of": {"tiers": [], "clusters": [], "segments": []}, "count": "0"}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}, "channel": "email", "consent": "always", "holdout": {"days": "null", "salt": "null", "percent": "0"}, "minimum": {"warn-below": "0", "block-below": "0"}, "purpose": "email", "priority": "0", "frequency": "nightly", "description": "Best customers, for early access", "identifiers": ["email"], "destinations": ["klaviyo", "generic-csv"], "exclusive-group": "null"}, "look-alike-seed": {"day": "null", "except": {"f": {"at-most": "null", "at-least": "null"}, "m": {"at-most": "null", "at-least": "null"}, "r": {"at-most": "null", "at-least": "null"}, "moved": {"to": [], "from": [], "causes": [], "within-days": "1"}, "tiers": [], "orders": {"at-most": "null", "at-least": "null"}, "clusters": [], "forecast": {"value-90": {"at-most": "null", "at-least": "null"}, "orders-90": {"at-most": "null", "at-least": "null"}, "value-365": {"at-most": "null", "at-least": "null"}, "orders-365": {"at-most": "null", "at-least": "null"}, "probability-alive": {"at-most": "null", "at-least": "null"}}, "segments": [], "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "lookalikes": {"of": {"tiers": [], "clusters": [], "segments": []}, "count": "0"}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}, "select": {"f": {"at-most": "null", "at-least": "null"}, "m": {"at-most": "null", "at-least": "null"}, "r": {"at-most": "null", "at-least": "null"}, "moved": {"to": [], "from": [], "causes": [], "within-days": "1"}, "tiers": [], "orders": {"at-most": "null", "at-least": "null"}, "clusters": [], "forecast": {"value-90": {"at-most": "null", "at-least": "null"}, "orders-90": {"at-most": "null", "at-least": "null"}, "value-365": {"at-most": "null", "at-least": "null"}, "orders-365": {"at-most": "null", "at-least": "null"}, "probability-alive": {"at-most": "null", "at-least": "null"}}, "segments": ["Champions", "Loyal"], "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "lookalikes": {"of": {"tiers": [], "clusters": [], "segments": []}, "count": "0"}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}, "channel": "ads", "consent": "always", "holdout": {"days": "null", "salt": "null", "percent": "0"}, "minimum": {"warn-below": "0", "block-below": "0"}, "purpose": "advertising", "priority": "0", "frequency": "nightly", "description": "Customers whom ads should find more of", "identifiers": ["email", "phone"], "destinations": ["google-customer-match"], "exclusive-group": "null"}}, "suppressions": {"max-age": "P3D", "max-shrink": "0.2"}}, "clustering": {"seed": "1", "max-k": "8", "min-k": "3", "refit": "nightly", "tiers": ["Silver", "Gold", "Platinum"], "leaves": "2000", "naming": [], "sample": "2000", "starts": "10", "scaling": "z-score", "segment": "null", "features": [{"value": "null", "feature": "recency", "attribute": "null", "transform": "log1p", "percentiles": ["1.0", "99.0"]}, {"value": "null", "feature": "frequency", "attribute": "null", "transform": "log1p", "percentiles": ["1.0", "99.0"]}, {"value": "null", "feature": "monetary", "attribute": "null", "transform": "log1p", "percentiles": ["1.0", "99.0"]}], "criterion": "simplified-silhouette", "min-share": "0.01", "population": "buyers", "exact-up-to": "100000", "max-iterations": "300", "min-adjusted-rand-index": "0.8"}, "destinations": {"profiles": {"braze": {"bom": "false", "notes": [], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://www.braze.com/docs/user_guide/data/user_data_collection/user_import/csv_import", "actions": {}, "channel": "email", "columns": [{"name": "null", "need": "required", "field": "customer-key", "hashed": "false", "header": "external_id", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "first_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "last_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "email", "hashed": "false", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email"}, {"name": "null", "need": "optional", "field": "country", "hashed": "false", "header": "country", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "country"}, {"name": "null", "need": "optional", "field": "phone", "hashed": "false", "header": "phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-e164"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "audience_{audience}", "leaver": "false", "values": {}, "compared": "null", "constant": "true", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "email", "removal": "flag", "version": "2026-11.2", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "524288000B", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [{"name": "null", "need": "optional", "field": "consent", "hashed": "false", "header": "email_subscribe", "leaver": "null", "values": {"true": "opted_in"}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "require-at-least": "0"}, "brevo": {"bom": "false", "notes": [], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://help.brevo.com/hc/en-us/articles/208729849", "actions": {}, "channel": "email", "columns": [{"name": "null", "need": "identifier", "field": "email", "hashed": "false", "header": "EMAIL", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "LASTNAME", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "FIRSTNAME", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "identifier", "field": "phone", "hashed": "false", "header": "SMS", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-e164"}, {"name": "null", "need": "optional", "field": "customer-key", "hashed": "false", "header": "EXT_ID", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "SEGMENT", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "audience_{audience}", "leaver": "false", "values": {}, "compared": "null", "constant": "true", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "email", "removal": "flag", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "semicolon", "max-bytes": "246415360B", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "excel": {"bom": "false", "notes": [], "format": "xlsx", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://owasp.org/www-community/attacks/CSV_Injection", "actions": {}, "channel": "people", "columns": [{"name": "null", "need": "optional", "field": "customer-key", "hashed": "false", "header": "customer_key", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "email", "hashed": "false", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "phone", "hashed": "false", "header": "phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "first_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "last_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "country", "hashed": "false", "header": "country", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "recency-days", "hashed": "false", "header": "recency_days", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "orders-count", "hashed": "false", "header": "orders_count", "leaver": "null", "values": {}, "compared": "true", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "net-value", "hashed": "false", "header": "net_value", "leaver": "null", "values": {}, "compared": "true", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "null", "removal": "file", "version": "2026-11.2", "encoding": "utf-8", "line-end": "lf", "max-rows": "1048575", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-22", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "x-ads": {"bom": "false", "notes": [], "format": "csv", "header": "false", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://business.x.com/en/help/campaign-setup/campaign-targeting/custom-audiences/lists", "actions": {}, "channel": "ads", "columns": [{"name": "null", "need": "required", "field": "email", "hashed": "true", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email-lower"}], "include": [], "purpose": "advertising", "removal": "file", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "hubspot": {"bom": "false", "notes": ["Free accounts take files of up to 20 MB."], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://knowledge.hubspot.com/import-and-export/set-up-your-import-file", "actions": {}, "channel": "email", "columns": [{"name": "null", "need": "required", "field": "email", "hashed": "false", "header": "Email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "First name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "Last name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "phone", "hashed": "false", "header": "Phone number", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "audience_{audience}", "leaver": "false", "values": {}, "compared": "null", "constant": "true", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "email", "removal": "flag", "version": "2026-11.2", "encoding": "utf-8", "line-end": "lf", "max-rows": "1048575", "preamble": [], "delimiter": "comma", "max-bytes": "536870912B", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "klaviyo": {"bom": "false", "notes": ["Klaviyo fetches files from profiles/ on its SFTP server, and from no folder below it."], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}_{date:yyyyMMdd}_{kind}", "folder": "profiles", "marker": "none", "manifest": "none", "extension": "null"}, "quotes": "where-needed", "source": "https://developers.klaviyo.com/en/docs/sftp_import_tool", "actions": {}, "channel": "email", "columns": [{"name": "null", "need": "identifier", "field": "email", "hashed": "false", "header": "Email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email"}, {"name": "null", "need": "identifier", "field": "phone", "hashed": "false", "header": "Phone Number", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-e164"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "First Name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "Last Name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "customer-key", "hashed": "false", "header": "External ID", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "audience_{audience}", "leaver": "false", "values": {}, "compared": "null", "constant": "true", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "email", "removal": "flag", "version": "2026-11.2", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "52428800B", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [{"name": "null", "need": "optional", "field": "consent", "hashed": "false", "header": "$consent", "leaver": "null", "values": {"true": "email"}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "require-at-least": "0"}, "marketo": {"bom": "false", "notes": [], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/bulk-import/bulk-lead-import", "actions": {}, "channel": "email", "columns": [{"name": "null", "need": "required", "field": "email", "hashed": "false", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "firstName", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "lastName", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "phone", "hashed": "false", "header": "phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-e164"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "audience_{audience}", "leaver": "false", "values": {}, "compared": "null", "constant": "true", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "email", "removal": "flag", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "9437184B", "checked-on": "2026-11-30", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "iterable": {"bom": "false", "notes": [], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://support.iterable.com/hc/en-us/articles/115000770906", "actions": {}, "channel": "email", "columns": [{"name": "null", "need": "identifier", "field": "email", "hashed": "false", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email"}, {"name": "null", "need": "identifier", "field": "customer-key", "hashed": "false", "header": "userId", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "firstName", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "lastName", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "phone", "hashed": "false", "header": "phoneNumber", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-e164"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "audience_{audience}", "leaver": "false", "values": {}, "compared": "null", "constant": "true", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "email", "removal": "flag", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "2000000", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "sendgrid": {"bom": "false", "notes": [], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://www.twilio.com/docs/sendgrid/api-reference/contacts/import-contacts", "actions": {}, "channel": "email", "columns": [{"name": "null", "need": "required", "field": "email", "hashed": "false", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email"}, {"name": "null", "need": "optional", "field": "customer-key", "hashed": "false", "header": "external_id", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "first_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "last_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "audience_{audience}", "leaver": "false", "values": {}, "compared": "null", "constant": "true", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "email", "removal": "flag", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "1000000", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "snapchat": {"bom": "false", "notes": ["This form of file is unverified: Snap documents customer lists for its API only."], "format": "csv", "header": "false", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://developers.snap.com/api/marketing-api/Ads-API/customer-lists", "actions": {}, "channel": "ads", "columns": [{"name": "null", "need": "required", "field": "email", "hashed": "true", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email-lower"}], "include": [], "purpose": "advertising", "removal": "file", "version": "2026-11.2", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "1000", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "excel-csv": {"bom": "true", "notes": [], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://owasp.org/www-community/attacks/CSV_Injection", "actions": {}, "channel": "people", "columns": [{"name": "null", "need": "optional", "field": "customer-key", "hashed": "false", "header": "customer_key", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "email", "hashed": "false", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "phone", "hashed": "false", "header": "phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "first_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "last_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "country", "hashed": "false", "header": "country", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "recency-days", "hashed": "false", "header": "recency_days", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "orders-count", "hashed": "false", "header": "orders_count", "leaver": "null", "values": {}, "compared": "true", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "net-value", "hashed": "false", "header": "net_value", "leaver": "null", "values": {}, "compared": "true", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "null", "removal": "file", "version": "2026-11.2", "encoding": "utf-8", "line-end": "crlf", "max-rows": "1048575", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-22", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "true", "optional-columns": [], "require-at-least": "0"}, "mailchimp": {"bom": "false", "notes": [], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://mailchimp.com/help/format-guidelines-for-your-import-file/", "actions": {}, "channel": "email", "columns": [{"name": "null", "need": "required", "field": "email", "hashed": "false", "header": "Email Address", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email-dot-atom"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "First Name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "Last Name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "phone", "hashed": "false", "header": "Phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-e164"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "Tags", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "audience_{audience}", "leaver": "false", "values": {}, "compared": "null", "constant": "true", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "email", "removal": "flag", "version": "2026-11.2", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "onesignal": {"bom": "false", "notes": ["OneSignal asks for files without letters beyond ASCII; the country and tags have none."], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://documentation.onesignal.com/docs/en/import", "actions": {}, "channel": "email", "columns": [{"name": "null", "need": "identifier", "field": "customer-key", "hashed": "false", "header": "external_id", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "identifier", "field": "email", "hashed": "false", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email"}, {"name": "null", "need": "identifier", "field": "phone", "hashed": "false", "header": "phone_number", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-e164"}, {"name": "null", "need": "optional", "field": "country", "hashed": "false", "header": "country", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "country"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "audience_{audience}", "leaver": "false", "values": {}, "compared": "null", "constant": "true", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "email", "removal": "flag", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "146800640B", "checked-on": "2026-11-30", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "pinterest": {"bom": "false", "notes": ["Pinterest uses lists of which it recognises at least 100 people."], "format": "csv", "header": "false", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://developers.pinterest.com/docs/api/v5/customer_lists-create", "actions": {}, "channel": "ads", "columns": [{"name": "null", "need": "required", "field": "email", "hashed": "true", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email-lower"}], "include": [], "purpose": "advertising", "removal": "file", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "100", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "amazon-ads": {"bom": "false", "notes": ["Amazon wants a consent signal with each record from the EEA and the United Kingdom; declare it at the upload.", "Names and hashes follow Amazon''s own uploader; the headers are mapped at the upload."], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://github.com/aws-solutions/amazon-marketing-cloud-uploader-from-aws", "actions": {}, "channel": "ads", "columns": [{"name": "null", "need": "identifier", "field": "email", "hashed": "true", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email-amazon"}, {"name": "null", "need": "identifier", "field": "phone", "hashed": "true", "header": "phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-digits"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "true", "header": "first_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name-amazon"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "true", "header": "last_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name-amazon"}, {"name": "null", "need": "optional", "field": "city", "hashed": "true", "header": "city", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name-amazon"}, {"name": "null", "need": "optional", "field": "country", "hashed": "false", "header": "country", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "country"}], "include": [], "purpose": "advertising", "removal": "file", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-30", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "customer-io": {"bom": "false", "notes": [], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://docs.customer.io/journeys/uploading-people", "actions": {}, "channel": "email", "columns": [{"name": "null", "need": "required", "field": "customer-key", "hashed": "false", "header": "id", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "email", "hashed": "false", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "first_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "last_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "phone", "hashed": "false", "header": "phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-e164"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "audience_{audience}", "leaver": "false", "values": {}, "compared": "null", "constant": "true", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "email", "removal": "flag", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "99614720B", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "generic-csv": {"bom": "false", "notes": [], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://www.rfc-editor.org/rfc/rfc4180", "actions": {}, "channel": "any", "columns": [{"name": "null", "need": "optional", "field": "customer-key", "hashed": "false", "header": "customer_key", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "email", "hashed": "false", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "phone", "hashed": "false", "header": "phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "first_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "last_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "country", "hashed": "false", "header": "country", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "recency-days", "hashed": "false", "header": "recency_days", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "orders-count", "hashed": "false", "header": "orders_count", "leaver": "null", "values": {}, "compared": "true", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "net-value", "hashed": "false", "header": "net_value", "leaver": "null", "values": {}, "compared": "true", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "null", "removal": "file", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-22", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "activecampaign": {"bom": "false", "notes": [], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://help.activecampaign.com/hc/en-us/articles/360006760900", "actions": {}, "channel": "email", "columns": [{"name": "null", "need": "required", "field": "email", "hashed": "false", "header": "Email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "First Name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "Last Name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "phone", "hashed": "false", "header": "Phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-e164"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "Tags", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "audience_{audience}", "leaver": "false", "values": {}, "compared": "null", "constant": "true", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "email", "removal": "flag", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-30", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "generic-ndjson": {"bom": "false", "notes": [], "format": "ndjson", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://github.com/ndjson/ndjson-spec", "actions": {}, "channel": "any", "columns": [{"name": "null", "need": "optional", "field": "customer-key", "hashed": "false", "header": "customer_key", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "email", "hashed": "false", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "phone", "hashed": "false", "header": "phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "first_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "last_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "country", "hashed": "false", "header": "country", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "recency-days", "hashed": "false", "header": "recency_days", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "orders-count", "hashed": "false", "header": "orders_count", "leaver": "null", "values": {}, "compared": "true", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "net-value", "hashed": "false", "header": "net_value", "leaver": "null", "values": {}, "compared": "true", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "null", "removal": "file", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-22", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "salesforce-crm": {"bom": "false", "notes": ["Match contacts by Customer_Key__c, a custom field that is an external ID and unique."], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://help.salesforce.com/s/articleView?id=sf.faq_import_general.htm", "actions": {}, "channel": "email", "columns": [{"name": "null", "need": "required", "field": "customer-key", "hashed": "false", "header": "Customer_Key__c", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "required", "field": "last-name", "hashed": "false", "header": "LastName", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "FirstName", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "email", "hashed": "false", "header": "Email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email"}, {"name": "null", "need": "optional", "field": "phone", "hashed": "false", "header": "Phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-e164"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "Segment__c", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "audience_{audience}", "leaver": "false", "values": {}, "compared": "null", "constant": "true", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "email", "removal": "flag", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "50000", "preamble": [], "delimiter": "comma", "max-bytes": "99614720B", "checked-on": "2026-11-30", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "snapchat-phone": {"bom": "false", "notes": ["This form of file is unverified: Snap documents customer lists for its API only."], "format": "csv", "header": "false", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://developers.snap.com/api/marketing-api/Ads-API/customer-lists", "actions": {}, "channel": "ads", "columns": [{"name": "null", "need": "required", "field": "phone", "hashed": "true", "header": "phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-digits"}], "include": [], "purpose": "advertising", "removal": "file", "version": "2026-11.2", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "1000", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "generic-parquet": {"bom": "false", "notes": [], "format": "parquet", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://github.com/apache/parquet-format", "actions": {}, "channel": "any", "columns": [{"name": "null", "need": "optional", "field": "customer-key", "hashed": "false", "header": "customer_key", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "email", "hashed": "false", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "phone", "hashed": "false", "header": "phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "first_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "last_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "country", "hashed": "false", "header": "country", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "recency-days", "hashed": "false", "header": "recency_days", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "orders-count", "hashed": "false", "header": "orders_count", "leaver": "null", "values": {}, "compared": "true", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "net-value", "hashed": "false", "header": "net_value", "leaver": "null", "values": {}, "compared": "true", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "null", "removal": "file", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-22", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "trade-desk-uid2": {"bom": "false", "notes": ["UID2 documents the hashes and their names in requests; this form of file is unverified."], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://unifiedid.com/docs/getting-started/gs-normalization-encoding", "actions": {}, "channel": "ads", "columns": [{"name": "null", "need": "identifier", "field": "email", "hashed": "true", "header": "email_hash", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "base64", "algorithm": "sha-256", "normaliser": "email-uid2"}, {"name": "null", "need": "identifier", "field": "phone", "hashed": "true", "header": "phone_hash", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "base64", "algorithm": "sha-256", "normaliser": "phone-e164"}], "include": [], "purpose": "advertising", "removal": "file", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-30", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "linkedin-contacts": {"bom": "false", "notes": [], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://www.linkedin.com/help/lms/answer/a1489764", "actions": {}, "channel": "ads", "columns": [{"name": "null", "need": "required", "field": "email", "hashed": "true", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email-lower"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "firstname", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "lastname", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "jobtitle", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "employeecompany", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "country", "hashed": "false", "header": "country", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "country"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "googleaid", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "advertising", "removal": "file", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "300000", "preamble": [], "delimiter": "comma", "max-bytes": "20971520B", "checked-on": "2026-11-22", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "300", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "300"}, "meta-customer-list": {"bom": "false", "notes": [], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://www.facebook.com/business/help/2082575038703844", "actions": {}, "channel": "ads", "columns": [{"name": "null", "need": "identifier", "field": "email", "hashed": "true", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email-lower"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "identifier", "field": "phone", "hashed": "true", "header": "phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-digits"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "madid", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "true", "header": "fn", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name-meta"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "true", "header": "ln", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name-meta"}, {"name": "null", "need": "optional", "field": "zip", "hashed": "true", "header": "zip", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "zip-meta"}, {"name": "null", "need": "optional", "field": "city", "hashed": "true", "header": "ct", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name-meta"}, {"name": "null", "need": "optional", "field": "state", "hashed": "true", "header": "st", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "state-meta"}, {"name": "null", "need": "optional", "field": "country", "hashed": "true", "header": "country", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "country-lower"}, {"name": "null", "need": "optional", "field": "birth-date", "hashed": "true", "header": "dob", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "date-digits"}, {"name": "null", "need": "optional", "field": "birth-date", "hashed": "true", "header": "doby", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "date-year"}, {"name": "null", "need": "optional", "field": "gender", "hashed": "true", "header": "gen", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "gender-initial"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "age", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "uid", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "net-value", "hashed": "false", "header": "value", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "not-negative"}], "include": [], "purpose": "advertising", "removal": "file", "version": "2026-11.2", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "100", "compression": "none", "formula-guard": "false", "optional-columns": [{"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "data_processing_options", "leaver": "null", "values": {}, "compared": "null", "constant": "LDU", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "data_processing_options_country", "leaver": "null", "values": {}, "compared": "null", "constant": "0", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "data_processing_options_state", "leaver": "null", "values": {}, "compared": "null", "constant": "0", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "require-at-least": "0"}, "sfmc-data-extension": {"bom": "false", "notes": ["Import the full file with the data action Overwrite; any other leaves people who left."], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://help.salesforce.com/s/articleView?id=mktg.mc_es_import_activity.htm", "actions": {}, "channel": "email", "columns": [{"name": "null", "need": "required", "field": "customer-key", "hashed": "false", "header": "SubscriberKey", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "required", "field": "email", "hashed": "false", "header": "EmailAddress", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "FirstName", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "LastName", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "Segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "business-date", "hashed": "false", "header": "BusinessDate", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "email", "removal": "overwrite", "version": "2026-11.2", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "tiktok-customer-file": {"bom": "false", "notes": [], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://ads.tiktok.com/help/article/customer-file", "actions": {}, "channel": "ads", "columns": [{"name": "null", "need": "identifier", "field": "email", "hashed": "true", "header": "Email_SHA256", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email-without-blanks"}, {"name": "null", "need": "identifier", "field": "phone", "hashed": "true", "header": "Phone_SHA256", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-e164"}], "include": [], "purpose": "advertising", "removal": "file", "version": "2026-11.2", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "996147200B", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "1000", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "1000"}, "google-customer-match": {"bom": "false", "notes": ["Declare consent (ad_user_data, ad_personalization) at each upload; without it, people in the EEA are left out.", "Since 2026-04-01 the Ads API takes no new users of Customer Match; upload the file or connect it in Data Manager."], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://support.google.com/google-ads/answer/7659867", "actions": {}, "channel": "ads", "columns": [{"name": "null", "need": "identifier", "field": "email", "hashed": "true", "header": "Email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email-gmail-canonical"}, {"name": "null", "need": "identifier", "field": "phone", "hashed": "true", "header": "Phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-e164"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "true", "header": "First Name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name-google-given"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "true", "header": "Last Name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name-google-family"}, {"name": "null", "need": "optional", "field": "country", "hashed": "false", "header": "Country", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "country"}, {"name": "null", "need": "optional", "field": "zip", "hashed": "false", "header": "Zip", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "zip"}], "include": [], "purpose": "advertising", "removal": "file", "version": "2026-11.2", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "100", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "microsoft-customer-match": {"bom": "false", "notes": ["Without list-id each file makes a new list: give deliver.deliveries.microsoft-customer-match.parameters after the first one."], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://learn.microsoft.com/en-us/advertising/bulk-service/customer-list-item", "actions": {"adds": "Add", "full": "Replace", "removes": "Remove"}, "channel": "ads", "columns": [{"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "Type", "leaver": "null", "values": {}, "compared": "null", "constant": "Customer List Item", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "Status", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "Id", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "Parent Id", "leaver": "null", "values": {}, "compared": "null", "constant": "{list-id}", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "Client Id", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "Modified Time", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "Name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "Description", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "Scope", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "Audience", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "Action Type", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "Sub Type", "leaver": "null", "values": {}, "compared": "null", "constant": "Email", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "required", "field": "email", "hashed": "true", "header": "Text", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email-lower"}], "include": [], "purpose": "advertising", "removal": "file", "version": "2026-11.2", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": ["Format Version,,,,,,6.0,,,,,,", "Customer List,Active,{list-id},,,,,,Customer,{audience},{action},,"], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {"list-id": "-10"}, "warn-below": "300", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "adobe-customer-attributes": {"bom": "false", "notes": ["Adobe reads name.csv when an empty file name.fin has arrived after it."], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}_{date:yyyyMMdd}_{kind}", "folder": ".", "marker": "{file}.fin", "manifest": "none", "extension": "null"}, "quotes": "where-needed", "source": "https://experienceleague.adobe.com/en/docs/core-services/interface/services/customer-attributes/crs-data-file", "actions": {}, "channel": "any", "columns": [{"name": "null", "need": "required", "field": "customer-key", "hashed": "false", "header": "customer_id", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "orders-count", "hashed": "false", "header": "orders_count", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "net-value", "hashed": "false", "header": "net_value", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "audience_{audience}", "leaver": "false", "values": {}, "compared": "null", "constant": "true", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "null", "removal": "flag", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}}}}', '2026-11-30 15:44:29.027241+00', '2026-11-30 15:44:31.445409+00');
INSERT INTO pipeline.nights VALUES ('2025-01-31', 1, 'finished', '{"rfm": {"bins": "5", "rule": "quantile", "refit": "nightly", "window": "P365D", "recency": {"bins": "null", "rule": "null", "ranks": "ascending", "thresholds": [], "at-threshold": "below"}, "monetary": {"bins": "null", "rule": "null", "ranks": "ascending", "value": "sum", "thresholds": [], "at-threshold": "below"}, "direction": "n-is-best", "frequency": {"bins": "null", "rule": "null", "ranks": "ascending", "counts": "orders", "thresholds": [], "at-threshold": "below"}}, "gates": {"checks": {}, "timeout": "PT1M", "declared": {"rows": {"of": "null", "from": "100", "history": "8", "measure": "rows", "warn-if": {"above": "1.6", "below": "0.75"}, "error-if": {"above": "null", "below": "0.6"}, "sql-rows": "null", "sql-number": "null", "min-history": "4"}, "moves": {"of": "null", "from": "100", "history": "8", "measure": "moved-share", "warn-if": {"above": "0.4", "below": "null"}, "error-if": {"above": "0.6", "below": "null"}, "sql-rows": "null", "sql-number": "null", "min-history": "4"}, "rejects": {"of": "null", "from": "100", "history": "8", "measure": "reject-share", "warn-if": {"above": "0.05", "below": "null"}, "error-if": {"above": "0.2", "below": "null"}, "sql-rows": "null", "sql-number": "null", "min-history": "4"}, "revenue": {"of": "null", "from": "100", "history": "8", "measure": "revenue", "warn-if": {"above": "1.5", "below": "0.7"}, "error-if": {"above": "1.75", "below": "0.5"}, "sql-rows": "null", "sql-number": "null", "min-history": "4"}, "clusters": {"of": "null", "from": "100", "history": "8", "measure": "adjusted-rand-index", "warn-if": {"above": "null", "below": "0.5"}, "error-if": {"above": "null", "below": "null"}, "sql-rows": "null", "sql-number": "null", "min-history": "4"}, "extracts": {"of": "null", "from": "100", "history": "8", "measure": "extract-size", "warn-if": {"above": "2", "below": "0.5"}, "error-if": {"above": "null", "below": "0.2"}, "sql-rows": "null", "sql-number": "null", "min-history": "4"}, "segments": {"of": "null", "from": "50", "history": "8", "measure": "segment-share-change", "warn-if": {"above": "0.5", "below": "null"}, "error-if": {"above": "0.8", "below": "null"}, "sql-rows": "null", "sql-number": "null", "min-history": "4"}, "freshness": {"of": "null", "from": "100", "history": "8", "measure": "freshness", "warn-if": {"above": "3", "below": "null"}, "error-if": {"above": "null", "below": "null"}, "sql-rows": "null", "sql-number": "null", "min-history": "4"}, "suppressions": {"of": "null", "from": "100", "history": "8", "measure": "suppression-age", "warn-if": {"above": "7", "below": "null"}, "error-if": {"above": "null", "below": "null"}, "sql-rows": "null", "sql-number": "null", "min-history": "4"}}}, "guess": {"presets": {"magento-grid": {"ask": {"customer": "this grid has only names, which several customers can share; add the column of e-mail addresses to the export, or take Bill to Name"}, "feed": "orders", "zone": "null", "strip": "null", "header": ["Order #", "Bill to Name", "G.T. (Purchased)", "Status"], "joined": [], "system": "magento", "columns": {"order": ["Order #"], "total": ["G.T. (Purchased)"], "status": ["Status"], "ordered-at": ["Purchased On"]}, "without": [], "constants": {}, "fill-down": [], "kept-statuses": ["Complete", "Processing"], "once-per-order": ["total"], "other-statuses": ["Closed", "Canceled", "Pending", "Pending Payment", "pending_payment", "On Hold", "Holded", "Payment Review", "payment_review", "Suspected Fraud", "fraud", "PayPal Canceled Reversal", "PayPal Reversed", "Pending PayPal", "Rejected"], "return-statuses": []}, "square-items": {"ask": {"zone": "of the column Time Zone, such as America/New_York; remove the line if it is business.zone"}, "feed": "order-lines", "zone": "null", "strip": "null", "header": ["Date", "Time", "Time Zone", "Item", "Qty", "Gross Sales", "Net Sales", "Transaction ID", "Event Type"], "joined": ["ordered-at"], "system": "square", "columns": {"order": ["Transaction ID"], "status": ["Event Type"], "product": ["SKU", "Item"], "customer": ["Customer ID"], "ordered-at": ["Date", "Time"], "unit-price": ["Net Sales"]}, "without": [], "constants": {"quantity": "1"}, "fill-down": [], "kept-statuses": ["Payment"], "once-per-order": [], "other-statuses": [], "return-statuses": ["Refund"]}, "amazon-orders": {"ask": {}, "feed": "order-lines", "zone": "null", "strip": "null", "header": ["order-id", "order-item-id", "purchase-date", "buyer-email", "quantity-purchased", "item-price"], "joined": [], "system": "amazon", "columns": {"order": ["order-id"], "country": ["ship-country"], "product": ["sku"], "currency": ["currency"], "customer": ["buyer-email"], "ordered-at": ["purchase-date"], "unit-price": ["item-price"]}, "without": [], "constants": {"quantity": "1"}, "fill-down": [], "kept-statuses": [], "once-per-order": [], "other-statuses": [], "return-statuses": []}, "magento-table": {"ask": {}, "feed": "orders", "zone": "UTC", "strip": "null", "header": ["increment_id", "created_at", "customer_email", "grand_total", "status"], "joined": [], "system": "magento", "columns": {"order": ["increment_id"], "total": ["grand_total"], "status": ["status"], "country": ["billing_country_id", "country_id"], "currency": ["order_currency_code"], "customer": ["customer_id", "customer_email"], "refunded": ["total_refunded"], "ordered-at": ["created_at"]}, "without": [], "constants": {}, "fill-down": [], "kept-statuses": ["complete", "processing"], "once-per-order": ["total", "refunded"], "other-statuses": ["Closed", "Canceled", "Pending", "Pending Payment", "pending_payment", "On Hold", "Holded", "Payment Review", "payment_review", "Suspected Fraud", "fraud", "PayPal Canceled Reversal", "PayPal Reversed", "Pending PayPal", "Rejected"], "return-statuses": []}, "magento-orders": {"ask": {}, "feed": "orders", "zone": "null", "strip": "null", "header": ["ID", "Purchase Date", "Grand Total (Purchased)", "Status", "Customer Email"], "joined": [], "system": "magento", "columns": {"order": ["ID"], "total": ["Grand Total (Purchased)"], "status": ["Status"], "customer": ["Customer Email"], "refunded": ["Total Refunded"], "ordered-at": ["Purchase Date"]}, "without": [], "constants": {}, "fill-down": [], "kept-statuses": ["Complete", "Processing"], "once-per-order": ["total", "refunded"], "other-statuses": ["Closed", "Canceled", "Pending", "Pending Payment", "pending_payment", "On Hold", "Holded", "Payment Review", "payment_review", "Suspected Fraud", "fraud", "PayPal Canceled Reversal", "PayPal Reversed", "Pending PayPal", "Rejected"], "return-statuses": []}, "shopify-orders": {"ask": {}, "feed": "orders", "zone": "null", "strip": "null", "header": ["Name", "Email", "Financial Status", "Created at", "Total", "Lineitem quantity", "Lineitem name"], "joined": [], "system": "shopify", "columns": {"order": ["Name"], "total": ["Total"], "status": ["Financial Status"], "country": ["Billing Country", "Shipping Country"], "currency": ["Currency"], "customer": ["Email"], "refunded": ["Refunded Amount"], "ordered-at": ["Created at"]}, "without": [], "constants": {}, "fill-down": ["customer", "status", "currency", "country"], "kept-statuses": ["paid", "partially_refunded"], "once-per-order": ["total", "refunded"], "other-statuses": ["pending", "authorized", "partially_paid", "refunded", "voided", "expired", "unpaid"], "return-statuses": []}, "stripe-charges": {"ask": {}, "feed": "orders", "zone": "UTC", "strip": "null", "header": ["id", "Created (UTC)", "Amount", "Amount Refunded", "Currency", "Status"], "joined": [], "system": "stripe", "columns": {"order": ["id"], "total": ["Amount"], "status": ["Status"], "currency": ["Currency"], "customer": ["Customer ID", "Customer Email"], "refunded": ["Amount Refunded"], "ordered-at": ["Created date (UTC)", "Created (UTC)"]}, "without": [], "constants": {}, "fill-down": [], "kept-statuses": ["Paid", "Partially Refunded"], "once-per-order": [], "other-statuses": ["Refunded", "Failed", "Canceled", "Cancelled", "Incomplete", "Uncaptured", "Blocked", "Requires Action", "Requires Confirmation", "Requires Capture", "requires_payment_method", "requires_action", "requires_capture", "requires_confirmation", "canceled", "Disputed", "Early Fraud Warning"], "return-statuses": []}, "stripe-payments": {"ask": {}, "feed": "orders", "zone": "UTC", "strip": "null", "header": ["id", "Created date (UTC)", "Amount", "Amount Refunded", "Currency", "Status"], "joined": [], "system": "stripe", "columns": {"order": ["id"], "total": ["Amount"], "status": ["Status"], "currency": ["Currency"], "customer": ["Customer ID", "Customer Email"], "refunded": ["Amount Refunded"], "ordered-at": ["Created date (UTC)", "Created (UTC)"]}, "without": [], "constants": {}, "fill-down": [], "kept-statuses": ["Paid", "Partially Refunded"], "once-per-order": [], "other-statuses": ["Refunded", "Failed", "Canceled", "Cancelled", "Incomplete", "Uncaptured", "Blocked", "Requires Action", "Requires Confirmation", "Requires Capture", "requires_payment_method", "requires_action", "requires_capture", "requires_confirmation", "canceled", "Disputed", "Early Fraud Warning"], "return-statuses": []}, "amazon-shipments": {"ask": {}, "feed": "order-lines", "zone": "null", "strip": "null", "header": ["amazon-order-id", "purchase-date", "shipment-date", "buyer-email", "quantity-shipped", "item-price"], "joined": [], "system": "amazon", "columns": {"order": ["amazon-order-id"], "country": ["ship-country"], "product": ["sku"], "currency": ["currency"], "customer": ["buyer-email"], "ordered-at": ["purchase-date"], "unit-price": ["item-price"]}, "without": [], "constants": {"quantity": "1"}, "fill-down": [], "kept-statuses": [], "once-per-order": [], "other-statuses": [], "return-statuses": []}, "woocommerce-rows": {"ask": {}, "feed": "orders", "zone": "null", "strip": "null", "header": ["order_id", "date", "status", "order_total", "billing_email", "line_items"], "joined": [], "system": "woocommerce", "columns": {"order": ["order_id"], "total": ["order_total"], "status": ["status"], "country": ["billing_country"], "currency": ["order_currency"], "customer": ["customer_id", "billing_email"], "refunded": ["refunded_total"], "ordered-at": ["date"]}, "without": ["item_name"], "constants": {}, "fill-down": [], "kept-statuses": ["completed", "processing"], "once-per-order": ["total", "refunded"], "other-statuses": ["Pending payment", "Pending", "On hold", "on-hold", "Cancelled", "Refunded", "Failed", "Draft", "checkout-draft", "Trash"], "return-statuses": []}, "amazon-all-orders": {"ask": {"customer": "this report does not name the customer; take the order report or the report of fulfilled shipments, which have buyer-email"}, "feed": "order-lines", "zone": "null", "strip": "null", "header": ["amazon-order-id", "purchase-date", "order-status", "sales-channel", "item-price"], "joined": [], "system": "amazon", "columns": {"order": ["amazon-order-id"], "status": ["order-status"], "country": ["ship-country"], "product": ["sku"], "currency": ["currency"], "ordered-at": ["purchase-date"], "unit-price": ["item-price"]}, "without": ["buyer-email"], "constants": {"quantity": "1"}, "fill-down": [], "kept-statuses": ["Shipped", "Shipped - Delivered to Buyer", "Complete"], "once-per-order": [], "other-statuses": ["Cancelled", "Canceled", "Pending", "Unshipped"], "return-statuses": []}, "shopify-customers": {"ask": {}, "feed": "customers", "zone": "null", "strip": "''", "header": ["Email", "Accepts Email Marketing", "Total Spent", "Total Orders"], "joined": [], "system": "shopify", "columns": {"zip": ["Default Address Zip", "Zip"], "city": ["Default Address City", "City"], "email": ["Email"], "phone": ["Phone", "Default Address Phone"], "state": ["Default Address Province Code", "Province Code"], "country": ["Default Address Country Code", "Country Code"], "customer": ["Email"], "last-name": ["Last Name"], "first-name": ["First Name"], "consent-email": ["Accepts Email Marketing"]}, "without": [], "constants": {}, "fill-down": [], "kept-statuses": [], "once-per-order": [], "other-statuses": [], "return-statuses": []}, "woocommerce-items": {"ask": {}, "feed": "orders", "zone": "null", "strip": "null", "header": ["order_id", "date", "status", "order_total", "billing_email", "item_name"], "joined": [], "system": "woocommerce", "columns": {"order": ["order_id"], "total": ["order_total"], "status": ["status"], "country": ["billing_country"], "currency": ["order_currency"], "customer": ["customer_id", "billing_email"], "refunded": ["refunded_total"], "ordered-at": ["date"]}, "without": [], "constants": {}, "fill-down": [], "kept-statuses": ["completed", "processing"], "once-per-order": ["total", "refunded"], "other-statuses": ["Pending payment", "Pending", "On hold", "on-hold", "Cancelled", "Refunded", "Failed", "Draft", "checkout-draft", "Trash"], "return-statuses": []}, "squarespace-orders": {"ask": {}, "feed": "orders", "zone": "null", "strip": "null", "header": ["Order ID", "Email", "Financial Status", "Amount Refunded", "Total", "Created at", "Lineitem quantity"], "joined": [], "system": "squarespace", "columns": {"order": ["Order ID"], "total": ["Total"], "status": ["Financial Status"], "country": ["Billing Country", "Shipping Country"], "currency": ["Currency"], "customer": ["Email"], "refunded": ["Amount Refunded"], "ordered-at": ["Created at"]}, "without": [], "constants": {}, "fill-down": ["customer", "status", "currency", "country"], "kept-statuses": ["PAID", "PARTIALLY_REFUNDED", "PARTIALLY REFUNDED"], "once-per-order": ["total", "refunded"], "other-statuses": ["PENDING", "REFUNDED", "CANCELED", "CANCELLED", "AUTHORIZED", "UNPAID", "VOIDED"], "return-statuses": []}, "woocommerce-orders": {"ask": {}, "feed": "orders", "zone": "null", "strip": "null", "header": ["Order Number", "Order Status", "Order Date", "Email (Billing)", "Order Total Amount"], "joined": [], "system": "woocommerce", "columns": {"order": ["Order Number"], "total": ["Order Total Amount"], "status": ["Order Status"], "country": ["Country Code (Billing)"], "currency": ["Currency", "Order Currency"], "customer": ["Email (Billing)"], "refunded": ["Order Refund Amount"], "ordered-at": ["Order Date"]}, "without": [], "constants": {}, "fill-down": [], "kept-statuses": ["Completed", "Processing"], "once-per-order": ["total", "refunded"], "other-statuses": ["Pending payment", "Pending", "On hold", "on-hold", "Cancelled", "Refunded", "Failed", "Draft", "checkout-draft", "Trash"], "return-statuses": []}, "square-transactions": {"ask": {"zone": "of the column Time Zone, such as America/New_York; remove the line if it is business.zone"}, "feed": "orders", "zone": "null", "strip": "null", "header": ["Date", "Time", "Time Zone", "Gross Sales", "Net Sales", "Total Collected", "Transaction ID", "Event Type"], "joined": ["ordered-at"], "system": "square", "columns": {"order": ["Transaction ID"], "total": ["Total Collected"], "status": ["Event Type"], "customer": ["Customer ID"], "ordered-at": ["Date", "Time"]}, "without": [], "constants": {}, "fill-down": [], "kept-statuses": ["Payment"], "once-per-order": [], "other-statuses": [], "return-statuses": ["Refund"]}, "woocommerce-analytics": {"ask": {"customer": "this report has only names, which several customers can share; export from Orders instead, or take Customer"}, "feed": "orders", "zone": "null", "strip": "null", "header": ["Order #", "Status", "Customer", "Product(s)", "Items sold"], "joined": [], "system": "woocommerce", "columns": {"order": ["Order #"], "total": ["N. Revenue", "Net sales", "Net Revenue"], "status": ["Status"], "ordered-at": ["Date"]}, "without": [], "constants": {}, "fill-down": [], "kept-statuses": ["Completed", "Processing"], "once-per-order": ["total"], "other-statuses": ["Pending payment", "Pending", "On hold", "on-hold", "Cancelled", "Refunded", "Failed", "Draft", "checkout-draft", "Trash"], "return-statuses": []}, "woocommerce-webtoffee": {"ask": {}, "feed": "orders", "zone": "null", "strip": "null", "header": ["order_id", "order_number", "order_date", "status", "order_total", "order_currency", "billing_email"], "joined": [], "system": "woocommerce", "columns": {"order": ["order_id"], "total": ["order_total"], "status": ["status"], "country": ["billing_country"], "currency": ["order_currency"], "customer": ["customer_id", "billing_email", "customer_email"], "refunded": ["refunded_total", "refund_amount"], "ordered-at": ["order_date"]}, "without": [], "constants": {}, "fill-down": [], "kept-statuses": ["completed", "processing", "wc-completed", "wc-processing"], "once-per-order": ["total", "refunded"], "other-statuses": ["Pending payment", "Pending", "On hold", "on-hold", "Cancelled", "Refunded", "Failed", "Draft", "checkout-draft", "Trash"], "return-statuses": []}, "shopify-customers-2020": {"ask": {}, "feed": "customers", "zone": "null", "strip": "''", "header": ["Email", "Accepts Marketing", "Total Spent", "Total Orders", "Province Code"], "joined": [], "system": "shopify", "columns": {"zip": ["Zip"], "city": ["City"], "email": ["Email"], "phone": ["Phone"], "state": ["Province Code"], "country": ["Country Code"], "customer": ["Email"], "last-name": ["Last Name"], "first-name": ["First Name"], "consent-email": ["Accepts Marketing"]}, "without": [], "constants": {}, "fill-down": [], "kept-statuses": [], "once-per-order": [], "other-statuses": [], "return-statuses": []}}}, "alerts": {"on": ["failure", "warning", "approval", "overdue", "recovery"], "email": "null", "console": "null", "retries": "2", "timeout": "PT10S", "commands": {}, "webhooks": {}, "repeat-after": "PT24H", "overdue-after": "PT26H"}, "ingest": {"s3": {}, "poll": "PT1M", "sftp": {}, "folder": {"path": "inbox", "enabled": "true", "min-age": "PT2S"}, "landing": "var/landing", "sources": {"shop-orders": {"feed": "order-lines", "keys": {"lower": "false", "strip": "null", "damaged": "keep"}, "zone": "null", "files": "orders-*.csv*", "expect": {"by": "null", "max-rows": "null", "min-rows": "0", "required": "false", "max-files": "null", "min-files": "1", "max-reject-share": "0.10"}, "layout": {"quote": "\"", "escape": "null", "format": "null", "header": "true", "sheets": [], "comment": "null", "encoding": "null", "delimiter": "null", "skip-lines": "null"}, "locale": "en", "columns": {"order": ["order_number"], "status": ["status"], "product": ["product_code"], "customer": ["customer_id"], "quantity": ["quantity"], "ordered-at": ["ordered_at"], "unit-price": ["unit_price"]}, "numbers": {"decimal": ".", "thousands": "null"}, "returns": "net", "currency": "null", "constants": {}, "fill-down": [], "same-name": "correction", "attributes": {}, "duplicates": "drop-identical", "free-lines": "leave-out", "date-format": ["yyyy-MM-dd HH:mm:ss"], "no-customer": ["0", "guest", "null", "nan", "n/a", "none", "-", "#N/A"], "kept-statuses": ["completed", "returned"], "return-marker": {"statuses": ["returned"], "order-prefix": "null", "negative-quantity": "true"}, "once-per-order": []}, "online-retail": {"feed": "order-lines", "keys": {"lower": "false", "strip": "null", "damaged": "keep"}, "zone": "null", "files": "online_retail*.csv*", "expect": {"by": "null", "max-rows": "null", "min-rows": "0", "required": "false", "max-files": "null", "min-files": "1", "max-reject-share": "0.05"}, "layout": {"quote": "\"", "escape": "null", "format": "null", "header": "true", "sheets": [], "comment": "null", "encoding": "null", "delimiter": "null", "skip-lines": "null"}, "locale": "en", "columns": {"order": ["InvoiceNo"], "country": ["Country"], "product": ["StockCode"], "customer": ["CustomerID"], "quantity": ["Quantity"], "ordered-at": ["InvoiceDate"], "unit-price": ["UnitPrice"]}, "numbers": {"decimal": ".", "thousands": "null"}, "returns": "ignore", "currency": "GBP", "constants": {}, "fill-down": [], "same-name": "correction", "attributes": {}, "duplicates": "keep", "free-lines": "leave-out", "date-format": ["yyyy-MM-dd HH:mm:ss"], "no-customer": ["0", "guest", "null", "nan", "n/a", "none", "-", "#N/A"], "kept-statuses": [], "return-marker": {"statuses": [], "order-prefix": "C", "negative-quantity": "true"}, "once-per-order": []}, "shop-customers": {"feed": "customers", "keys": {"lower": "false", "strip": "null", "damaged": "keep"}, "zone": "null", "files": "customers-*.csv*", "expect": {"by": "null", "max-rows": "null", "min-rows": "0", "required": "false", "max-files": "null", "min-files": "1", "max-reject-share": "0.10"}, "layout": {"quote": "\"", "escape": "null", "format": "null", "header": "true", "sheets": [], "comment": "null", "encoding": "null", "delimiter": "null", "skip-lines": "null"}, "locale": "en", "columns": {"city": ["city"], "email": ["email"], "phone": ["phone"], "consent": ["email_consent"], "country": ["country"], "customer": ["customer_id"], "last-name": ["last_name"], "opted-out": ["opted_out"], "first-name": ["first_name"], "updated-at": ["updated_at"]}, "numbers": {"decimal": ".", "thousands": "null"}, "returns": "net", "currency": "null", "constants": {}, "fill-down": [], "same-name": "correction", "attributes": {}, "duplicates": "null", "free-lines": "leave-out", "date-format": ["yyyy-MM-dd HH:mm:ss"], "no-customer": ["0", "guest", "null", "nan", "n/a", "none", "-", "#N/A"], "kept-statuses": [], "return-marker": {"statuses": [], "order-prefix": "null", "negative-quantity": "false"}, "once-per-order": []}}}, "report": {"folder": "reports", "retention": "P400D"}, "deliver": {"files": {}, "guard": {"from": "20", "max-growth": "1", "max-changes": "0.3", "max-removes": "0.3"}, "folder": "extracts", "outbox": "var/outbox", "retention": "P90D", "deliveries": {}, "destination": "generic-csv"}, "metrics": {"file": "null"}, "privacy": {"secret": "***"}, "business": {"zone": "Europe/London", "rates": {}, "currency": "GBP", "retention": "null"}, "forecast": {"min-repeat-buyers": "2"}, "schedule": {"cron": "null", "zone": "null", "catch-up": "7"}, "segments": {"map": "rfm-125", "maps": {"tiers": {"else": "null", "scores": {"f": "1-5", "m": "1-5", "r": "1-5"}, "waiver": "", "segments": [{"name": "Platinum", "rank": "null", "boxes": [{"f": "null", "m": "5", "r": "null", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Invitations and early access", "action": "Serve them first and in person.", "channel": "phone, post", "patterns": "", "description": "The fifth that spends the most."}, {"name": "Gold", "rank": "null", "boxes": [{"f": "null", "m": "3-4", "r": "null", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Points towards Platinum", "action": "Show what the next tier gives.", "channel": "email", "patterns": "", "description": "The two fifths below the top by spend."}, {"name": "Silver", "rank": "null", "boxes": [{"f": "null", "m": "1-2", "r": "null", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Seasonal offers of the newsletter", "action": "Keep them buying at low cost.", "channel": "email", "patterns": "", "description": "The two fifths that spend the least."}], "direction": "n-is-best"}, "putler": {"else": "null", "scores": {"f": "0-5", "m": "0-5", "r": "0-5"}, "waiver": "published so: At Risk comes before Can''t Lose Them and has every cell of it", "segments": [{"name": "Champions", "rank": "null", "boxes": [{"f": "null", "m": "null", "r": "4-5", "fm": "4-5", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Early access; no discount", "action": "Reward them; show them what is new first.", "channel": "email, post", "patterns": "", "description": "Bought lately, often, and spend the most."}, {"name": "Loyal Customers", "rank": "null", "boxes": [{"f": "null", "m": "null", "r": "2-5", "fm": "3-5", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Points or a gift with the next order", "action": "Offer the next tier; ask for reviews.", "channel": "email", "patterns": "", "description": "Buy regularly and spend well."}, {"name": "Potential Loyalist", "rank": "null", "boxes": [{"f": "null", "m": "null", "r": "3-5", "fm": "1-3", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Member price on a matching product", "action": "Invite to the loyalty programme; recommend what goes with the last order.", "channel": "email", "patterns": "", "description": "Recent buyers with some orders behind them."}, {"name": "Recent Customers", "rank": "null", "boxes": [{"f": "null", "m": "null", "r": "4-5", "fm": "0-1", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Free delivery on the next order", "action": "Follow up on the last order; suggest the next.", "channel": "email", "patterns": "", "description": "Bought lately, not often yet."}, {"name": "Promising", "rank": "null", "boxes": [{"f": "null", "m": "null", "r": "3-4", "fm": "0-1", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Small voucher for the next order", "action": "Build the habit with a small reason for the next order.", "channel": "email", "patterns": "", "description": "Recent buyers with a good basket, but few orders."}, {"name": "Customers Needing Attention", "rank": "null", "boxes": [{"f": "null", "m": "null", "r": "2-3", "fm": "2-3", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Limited offer on what they know", "action": "Remind them of what they bought before.", "channel": "email, app", "patterns": "", "description": "In the middle on all three, but cooling."}, {"name": "About To Sleep", "rank": "null", "boxes": [{"f": "null", "m": "null", "r": "2-3", "fm": "0-2", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Voucher with a near end date", "action": "Share popular products; reconnect before they are gone.", "channel": "email, social", "patterns": "", "description": "Below the middle, not seen for a while."}, {"name": "At Risk", "rank": "null", "boxes": [{"f": "null", "m": "null", "r": "0-2", "fm": "2-5", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Good discount on what they used to buy", "action": "Write in person; offer a reason to come back.", "channel": "email, post", "patterns": "", "description": "Bought often or much, but long ago."}, {"name": "Can''t Lose Them", "rank": "null", "boxes": [{"f": "null", "m": "null", "r": "0-1", "fm": "4-5", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Personal offer from the shop''s own people", "action": "Call them; win them back with what is new.", "channel": "phone, post", "patterns": "", "description": "Spent much, not seen for very long."}, {"name": "Hibernating", "rank": "null", "boxes": [{"f": "null", "m": "null", "r": "1-2", "fm": "1-2", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Standard voucher, sent once", "action": "Offer a standard reason to return, at low cost.", "channel": "email", "patterns": "", "description": "Last order long ago, few and small orders."}, {"name": "Lost", "rank": "null", "boxes": [{"f": "null", "m": "null", "r": "0-2", "fm": "0-2", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "none", "action": "Leave them out of paid campaigns.", "channel": "none", "patterns": "", "description": "Lowest on all three."}], "direction": "n-is-best"}, "klaviyo": {"else": "null", "scores": {"f": "1-3", "m": "1-3", "r": "1-3"}, "waiver": "", "segments": [{"name": "Champions", "rank": "null", "boxes": [], "codes": "333 332 323", "offer": "Early access; no discount", "action": "Reward them; show them what is new first.", "channel": "email, post", "patterns": "", "description": "Bought lately, often, and spend the most."}, {"name": "Loyal", "rank": "null", "boxes": [], "codes": "321 322 331 232 233", "offer": "Points or a gift with the next order", "action": "Offer the next tier; ask for reviews.", "channel": "email", "patterns": "", "description": "Buy regularly and spend well."}, {"name": "Recent", "rank": "null", "boxes": [], "codes": "312 313 311 222 223", "offer": "Free delivery on the next order", "action": "Follow up on the last order; suggest the next.", "channel": "email", "patterns": "", "description": "Bought lately, not often yet."}, {"name": "Needs Attention", "rank": "null", "boxes": [], "codes": "213 221 123 132 133", "offer": "Limited offer on what they know", "action": "Remind them of what they bought before.", "channel": "email, app", "patterns": "", "description": "In the middle on all three, but cooling."}, {"name": "At Risk", "rank": "null", "boxes": [], "codes": "231 212 122 131 211", "offer": "Good discount on what they used to buy", "action": "Write in person; offer a reason to come back.", "channel": "email, post", "patterns": "", "description": "Bought often or much, but long ago."}, {"name": "Inactive", "rank": "null", "boxes": [], "codes": "111 112 113 121", "offer": "Last voucher", "action": "Ask once whether they want to hear more, then leave them out.", "channel": "email", "patterns": "", "description": "Not seen for long, and little bought before."}], "direction": "n-is-best"}, "rfm-125": {"else": "null", "scores": {"f": "1-5", "m": "1-5", "r": "1-5"}, "waiver": "", "segments": [{"name": "Champions", "rank": "null", "boxes": [], "codes": "555 554 544 545 454 455 445", "offer": "Early access; no discount", "action": "Reward them; show them what is new first.", "channel": "email, post", "patterns": "", "description": "Bought lately, often, and spend the most."}, {"name": "Loyal", "rank": "null", "boxes": [], "codes": "543 444 435 355 354 345 344 335", "offer": "Points or a gift with the next order", "action": "Offer the next tier; ask for reviews.", "channel": "email", "patterns": "", "description": "Buy regularly and spend well."}, {"name": "Potential Loyalist", "rank": "null", "boxes": [], "codes": "553 551 552 541 542 533 532 531 452 451 442 441 431 453 433 432 423 353 352 351 342 341 333 323", "offer": "Member price on a matching product", "action": "Invite to the loyalty programme; recommend what goes with the last order.", "channel": "email", "patterns": "", "description": "Recent buyers with some orders behind them."}, {"name": "New Customers", "rank": "null", "boxes": [], "codes": "512 511 422 421 412 411 311", "offer": "Free delivery on the next order", "action": "Welcome them; help with the first purchase.", "channel": "email", "patterns": "", "description": "Bought lately for the first or second time."}, {"name": "Promising", "rank": "null", "boxes": [], "codes": "525 524 523 522 521 515 514 513 425 424 413 414 415 315 314 313", "offer": "Small voucher for the next order", "action": "Build the habit with a small offer on the second order.", "channel": "email", "patterns": "", "description": "Recent buyers with a good basket, but few orders."}, {"name": "Need Attention", "rank": "null", "boxes": [], "codes": "535 534 443 434 343 334 325 324", "offer": "Limited offer on what they know", "action": "Remind with a limited offer on what they bought before.", "channel": "email, app", "patterns": "", "description": "Above the middle on all three, but cooling."}, {"name": "About To Sleep", "rank": "null", "boxes": [], "codes": "331 321 312 221 213 231 241 251", "offer": "Voucher with a near end date", "action": "Share popular products; reconnect before they are gone.", "channel": "email, social", "patterns": "", "description": "Below the middle, not seen for a while."}, {"name": "At Risk", "rank": "null", "boxes": [], "codes": "255 254 245 244 253 252 243 242 235 234 225 224 153 152 145 143 142 135 134 133 125 124", "offer": "Good discount on what they used to buy", "action": "Write in person; offer a reason to come back.", "channel": "email, post", "patterns": "", "description": "Bought often or much, but long ago."}, {"name": "Cannot Lose Them", "rank": "null", "boxes": [], "codes": "155 154 144 214 215 115 114 113", "offer": "Personal offer from the shop''s own people", "action": "Call them; win them back with what is new.", "channel": "phone, post", "patterns": "", "description": "Spent much, not seen for very long."}, {"name": "Hibernating", "rank": "null", "boxes": [], "codes": "332 322 233 232 223 222 132 123 122 212 211", "offer": "Standard voucher, sent once", "action": "Offer a standard reason to return, at low cost.", "channel": "email", "patterns": "", "description": "Last order long ago, few and small orders."}, {"name": "Lost", "rank": "null", "boxes": [], "codes": "111 112 121 131 141 151", "offer": "none", "action": "Leave them out of paid campaigns.", "channel": "none", "patterns": "", "description": "Lowest on all three."}], "direction": "n-is-best"}, "rf-regex": {"else": "null", "scores": {"f": "1-5", "m": "1-5", "r": "1-5"}, "waiver": "", "segments": [{"name": "champions", "rank": "null", "boxes": [], "codes": "", "offer": "Early access; no discount", "action": "Reward them; show them what is new first.", "channel": "email, post", "patterns": "5[4-5]", "description": "Bought lately, often, and spend the most."}, {"name": "loyal_customers", "rank": "null", "boxes": [], "codes": "", "offer": "Points or a gift with the next order", "action": "Offer the next tier; ask for reviews.", "channel": "email", "patterns": "[3-4][4-5]", "description": "Buy regularly and spend well."}, {"name": "potential_loyalists", "rank": "null", "boxes": [], "codes": "", "offer": "Member price on a matching product", "action": "Invite to the loyalty programme; recommend what goes with the last order.", "channel": "email", "patterns": "[4-5][2-3]", "description": "Recent buyers with some orders behind them."}, {"name": "new_customers", "rank": "null", "boxes": [], "codes": "", "offer": "Free delivery on the next order", "action": "Welcome them; help with the first purchase.", "channel": "email", "patterns": "51", "description": "Bought lately for the first or second time."}, {"name": "promising", "rank": "null", "boxes": [], "codes": "", "offer": "Small voucher for the next order", "action": "Build the habit with a small reason for the next order.", "channel": "email", "patterns": "41", "description": "Recent buyers with a good basket, but few orders."}, {"name": "need_attention", "rank": "null", "boxes": [], "codes": "", "offer": "Limited offer on what they know", "action": "Remind them of what they bought before.", "channel": "email, app", "patterns": "33", "description": "In the middle on all three, but cooling."}, {"name": "about_to_sleep", "rank": "null", "boxes": [], "codes": "", "offer": "Voucher with a near end date", "action": "Share popular products; reconnect before they are gone.", "channel": "email, social", "patterns": "3[1-2]", "description": "Below the middle, not seen for a while."}, {"name": "at_Risk", "rank": "null", "boxes": [], "codes": "", "offer": "Good discount on what they used to buy", "action": "Write in person; offer a reason to come back.", "channel": "email, post", "patterns": "[1-2][3-4]", "description": "Bought often or much, but long ago."}, {"name": "cant_loose", "rank": "null", "boxes": [], "codes": "", "offer": "Personal offer from the shop''s own people", "action": "Call them; win them back with what is new.", "channel": "phone, post", "patterns": "[1-2]5", "description": "Spent much, not seen for very long."}, {"name": "hibernating", "rank": "null", "boxes": [], "codes": "", "offer": "Standard voucher, sent once", "action": "Offer a standard reason to return, at low cost.", "channel": "email", "patterns": "[1-2][1-2]", "description": "Last order long ago, few and small orders."}], "direction": "n-is-best"}, "r-rfm-classic": {"else": {"name": "Others", "offer": "none", "action": "Send the newsletter; look at them when there are many.", "channel": "email", "description": "Scores that no rule of the map has."}, "scores": {"f": "1-5", "m": "1-5", "r": "1-5"}, "waiver": "published so: 36 of 125 cells have no rule and go to Others; Potential Loyalist comes before New Customers and Promising, At Risk before Can''t Lose Them", "segments": [{"name": "Champions", "rank": "null", "boxes": [{"f": "4-5", "m": "4-5", "r": "4-5", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Early access; no discount", "action": "Reward them; show them what is new first.", "channel": "email, post", "patterns": "", "description": "Bought lately, often, and spend the most."}, {"name": "Loyal Customers", "rank": "null", "boxes": [{"f": "3-5", "m": "3-5", "r": "2-5", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Points or a gift with the next order", "action": "Offer the next tier; ask for reviews.", "channel": "email", "patterns": "", "description": "Buy regularly and spend well."}, {"name": "Potential Loyalist", "rank": "null", "boxes": [{"f": "1-3", "m": "1-3", "r": "3-5", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Member price on a matching product", "action": "Invite to the loyalty programme; recommend what goes with the last order.", "channel": "email", "patterns": "", "description": "Recent buyers with some orders behind them."}, {"name": "New Customers", "rank": "null", "boxes": [{"f": "1", "m": "1", "r": "4-5", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Free delivery on the next order", "action": "Welcome them; help with the first purchase.", "channel": "email", "patterns": "", "description": "Bought lately for the first or second time."}, {"name": "Promising", "rank": "null", "boxes": [{"f": "1", "m": "1", "r": "3-4", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Small voucher for the next order", "action": "Build the habit with a small reason for the next order.", "channel": "email", "patterns": "", "description": "Recent buyers with a good basket, but few orders."}, {"name": "Need Attention", "rank": "null", "boxes": [{"f": "2-3", "m": "2-3", "r": "2-3", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Limited offer on what they know", "action": "Remind them of what they bought before.", "channel": "email, app", "patterns": "", "description": "In the middle on all three, but cooling."}, {"name": "About To Sleep", "rank": "null", "boxes": [{"f": "1-2", "m": "1-2", "r": "2-3", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Voucher with a near end date", "action": "Share popular products; reconnect before they are gone.", "channel": "email, social", "patterns": "", "description": "Below the middle, not seen for a while."}, {"name": "At Risk", "rank": "null", "boxes": [{"f": "2-5", "m": "2-5", "r": "1-2", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Good discount on what they used to buy", "action": "Write in person; offer a reason to come back.", "channel": "email, post", "patterns": "", "description": "Bought often or much, but long ago."}, {"name": "Can''t Lose Them", "rank": "null", "boxes": [{"f": "4-5", "m": "4-5", "r": "1", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Personal offer from the shop''s own people", "action": "Call them; win them back with what is new.", "channel": "phone, post", "patterns": "", "description": "Spent much, not seen for very long."}, {"name": "Lost", "rank": "null", "boxes": [{"f": "1-2", "m": "1-2", "r": "1-2", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "none", "action": "Leave them out of paid campaigns.", "channel": "none", "patterns": "", "description": "Lowest on all three."}], "direction": "n-is-best"}, "r-rfm-current": {"else": {"name": "Others", "offer": "none", "action": "Send the newsletter; look at them when there are many.", "channel": "email", "description": "Scores that no rule of the map has."}, "scores": {"f": "1-5", "m": "1-5", "r": "1-5"}, "waiver": "published so: 10 of 125 cells have no rule and go to Others", "segments": [{"name": "Champions", "rank": "1", "boxes": [{"f": "5", "m": "5", "r": "5", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Early access; no discount", "action": "Reward them; show them what is new first.", "channel": "email, post", "patterns": "", "description": "Bought lately, often, and spend the most."}, {"name": "Potential Loyalist", "rank": "3", "boxes": [{"f": "3-5", "m": "2-5", "r": "3-5", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Member price on a matching product", "action": "Invite to the loyalty programme; recommend what goes with the last order.", "channel": "email", "patterns": "", "description": "Recent buyers with some orders behind them."}, {"name": "Loyal Customers", "rank": "2", "boxes": [{"f": "2-4", "m": "2-4", "r": "2-4", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Points or a gift with the next order", "action": "Offer the next tier; ask for reviews.", "channel": "email", "patterns": "", "description": "Buy regularly and spend well."}, {"name": "Promising", "rank": "5", "boxes": [{"f": "1-3", "m": "3-5", "r": "3-4", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Small voucher for the next order", "action": "Build the habit with a small reason for the next order.", "channel": "email", "patterns": "", "description": "Recent buyers with a good basket, but few orders."}, {"name": "New Customers", "rank": "4", "boxes": [{"f": "1-3", "m": "1-5", "r": "4-5", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Free delivery on the next order", "action": "Welcome them; help with the first purchase.", "channel": "email", "patterns": "", "description": "Bought lately for the first or second time."}, {"name": "Can''t Lose Them", "rank": "9", "boxes": [{"f": "3-4", "m": "4-5", "r": "1-2", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Personal offer from the shop''s own people", "action": "Call them; win them back with what is new.", "channel": "phone, post", "patterns": "", "description": "Spent much, not seen for very long."}, {"name": "At Risk", "rank": "8", "boxes": [{"f": "2-5", "m": "4-5", "r": "1-2", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Good discount on what they used to buy", "action": "Write in person; offer a reason to come back.", "channel": "email, post", "patterns": "", "description": "Bought often or much, but long ago."}, {"name": "Need Attention", "rank": "6", "boxes": [{"f": "3-5", "m": "3-5", "r": "1-3", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Limited offer on what they know", "action": "Remind them of what they bought before.", "channel": "email, app", "patterns": "", "description": "In the middle on all three, but cooling."}, {"name": "About To Sleep", "rank": "7", "boxes": [{"f": "1-3", "m": "1-4", "r": "2-3", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "Voucher with a near end date", "action": "Share popular products; reconnect before they are gone.", "channel": "email, social", "patterns": "", "description": "Below the middle, not seen for a while."}, {"name": "Lost", "rank": "10", "boxes": [{"f": "1-5", "m": "1-5", "r": "1", "fm": "null", "orders": {"at-most": "null", "at-least": "null"}, "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}], "codes": "", "offer": "none", "action": "Leave them out of paid campaigns.", "channel": "none", "patterns": "", "description": "Lowest on all three."}], "direction": "n-is-best"}, "quartile-patterns": {"else": {"name": "Others", "offer": "none", "action": "Send the newsletter; look at them when there are many.", "channel": "email", "description": "Scores that no rule of the map has."}, "scores": {"f": "1-4", "m": "1-4", "r": "1-4"}, "waiver": "", "segments": [{"name": "Best customers", "rank": "1", "boxes": [], "codes": "", "offer": "Early access; no discount", "action": "Reward them; show them what is new first.", "channel": "email, post", "patterns": "111", "description": "Bought lately, often, and spend the most."}, {"name": "Newest customers", "rank": "5", "boxes": [], "codes": "", "offer": "Free delivery on the next order", "action": "Welcome them; help with the first purchase.", "channel": "email", "patterns": "14?", "description": "Bought in the latest quarter of buyers, and hardly ever before."}, {"name": "Slipping", "rank": "6", "boxes": [], "codes": "", "offer": "Last voucher", "action": "Ask once whether they will come again, then leave them out.", "channel": "email", "patterns": "44?", "description": "Bought seldom, and not for a long time."}, {"name": "Faithful, promising", "rank": "4", "boxes": [], "codes": "", "offer": "Free delivery above a higher basket", "action": "Show sets and dearer products next to what they buy.", "channel": "email, app", "patterns": "?13 ?14", "description": "Buy often, in small orders."}, {"name": "Biggest spenders", "rank": "2", "boxes": [], "codes": "", "offer": "Exclusive products; no discount", "action": "Show them the best products; serve them in person.", "channel": "email, phone", "patterns": "??1", "description": "Spend the most, whenever they come."}, {"name": "Loyal", "rank": "3", "boxes": [], "codes": "", "offer": "Points or a gift with the next order", "action": "Offer the next tier; ask for reviews.", "channel": "email", "patterns": "?1?", "description": "Buy regularly and spend well."}], "direction": "1-is-best"}}, "lapsed": {"name": "Lapsed", "offer": "Voucher for coming back", "action": "Win them back with what is new, the best segments before first.", "channel": "email, post", "description": "Ordered once, but not in the window of the scores."}, "prospects": {"name": "Prospects", "offer": "Voucher for the first order", "action": "Invite to a first order.", "channel": "email", "description": "Known, but without an order that counts."}, "net-returners": {"name": "Net returners", "offer": "none", "action": "Look at sizes and product texts; no paid campaigns.", "channel": "none", "description": "Sent back as much as they kept, or more."}}, "audiences": {"holdout": {"days": "null", "salt": "null", "percent": "10"}, "declared": {"recent": {"day": "null", "except": {"f": {"at-most": "null", "at-least": "null"}, "m": {"at-most": "null", "at-least": "null"}, "r": {"at-most": "null", "at-least": "null"}, "moved": {"to": [], "from": [], "causes": [], "within-days": "1"}, "tiers": [], "orders": {"at-most": "null", "at-least": "null"}, "clusters": [], "forecast": {"value-90": {"at-most": "null", "at-least": "null"}, "orders-90": {"at-most": "null", "at-least": "null"}, "value-365": {"at-most": "null", "at-least": "null"}, "orders-365": {"at-most": "null", "at-least": "null"}, "probability-alive": {"at-most": "null", "at-least": "null"}}, "segments": [], "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "lookalikes": {"of": {"tiers": [], "clusters": [], "segments": []}, "count": "0"}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}, "select": {"f": {"at-most": "null", "at-least": "null"}, "m": {"at-most": "null", "at-least": "null"}, "r": {"at-most": "null", "at-least": "null"}, "moved": {"to": [], "from": [], "causes": [], "within-days": "1"}, "tiers": [], "orders": {"at-most": "null", "at-least": "1"}, "clusters": [], "forecast": {"value-90": {"at-most": "null", "at-least": "null"}, "orders-90": {"at-most": "null", "at-least": "null"}, "value-365": {"at-most": "null", "at-least": "null"}, "orders-365": {"at-most": "null", "at-least": "null"}, "probability-alive": {"at-most": "null", "at-least": "null"}}, "segments": [], "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "lookalikes": {"of": {"tiers": [], "clusters": [], "segments": []}, "count": "0"}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}, "channel": "null", "consent": "always", "holdout": {"days": "null", "salt": "null", "percent": "0"}, "minimum": {"warn-below": "0", "block-below": "0"}, "purpose": "null", "priority": "0", "frequency": "nightly", "description": "", "identifiers": ["customer-key"], "destinations": [], "exclusive-group": "null"}, "welcome": {"day": "null", "except": {"f": {"at-most": "null", "at-least": "null"}, "m": {"at-most": "null", "at-least": "null"}, "r": {"at-most": "null", "at-least": "null"}, "moved": {"to": [], "from": [], "causes": [], "within-days": "1"}, "tiers": [], "orders": {"at-most": "null", "at-least": "null"}, "clusters": [], "forecast": {"value-90": {"at-most": "null", "at-least": "null"}, "orders-90": {"at-most": "null", "at-least": "null"}, "value-365": {"at-most": "null", "at-least": "null"}, "orders-365": {"at-most": "null", "at-least": "null"}, "probability-alive": {"at-most": "null", "at-least": "null"}}, "segments": [], "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "lookalikes": {"of": {"tiers": [], "clusters": [], "segments": []}, "count": "0"}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}, "select": {"f": {"at-most": "null", "at-least": "null"}, "m": {"at-most": "null", "at-least": "null"}, "r": {"at-most": "null", "at-least": "null"}, "moved": {"to": [], "from": [], "causes": [], "within-days": "1"}, "tiers": [], "orders": {"at-most": "null", "at-least": "null"}, "clusters": [], "forecast": {"value-90": {"at-most": "null", "at-least": "null"}, "orders-90": {"at-most": "null", "at-least": "null"}, "value-365": {"at-most": "null", "at-least": "null"}, "orders-365": {"at-most": "null", "at-least": "null"}, "probability-alive": {"at-most": "null", "at-least": "null"}}, "segments": ["New Customers", "Promising"], "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "lookalikes": {"of": {"tiers": [], "clusters": [], "segments": []}, "count": "0"}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}, "channel": "email", "consent": "always", "holdout": {"days": "null", "salt": "null", "percent": "0"}, "minimum": {"warn-below": "0", "block-below": "0"}, "purpose": "email", "priority": "0", "frequency": "nightly", "description": "New customers, for the second order", "identifiers": ["email"], "destinations": ["klaviyo"], "exclusive-group": "null"}, "win-back": {"day": "null", "except": {"f": {"at-most": "null", "at-least": "null"}, "m": {"at-most": "null", "at-least": "null"}, "r": {"at-most": "null", "at-least": "null"}, "moved": {"to": [], "from": [], "causes": [], "within-days": "1"}, "tiers": [], "orders": {"at-most": "null", "at-least": "null"}, "clusters": [], "forecast": {"value-90": {"at-most": "null", "at-least": "null"}, "orders-90": {"at-most": "null", "at-least": "null"}, "value-365": {"at-most": "null", "at-least": "null"}, "orders-365": {"at-most": "null", "at-least": "null"}, "probability-alive": {"at-most": "null", "at-least": "null"}}, "segments": [], "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "lookalikes": {"of": {"tiers": [], "clusters": [], "segments": []}, "count": "0"}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}, "select": {"f": {"at-most": "null", "at-least": "null"}, "m": {"at-most": "null", "at-least": "null"}, "r": {"at-most": "null", "at-least": "null"}, "moved": {"to": [], "from": [], "causes": [], "within-days": "1"}, "tiers": [], "orders": {"at-most": "null", "at-least": "null"}, "clusters": [], "forecast": {"value-90": {"at-most": "null", "at-least": "null"}, "orders-90": {"at-most": "null", "at-least": "null"}, "value-365": {"at-most": "null", "at-least": "null"}, "orders-365": {"at-most": "null", "at-least": "null"}, "probability-alive": {"at-most": "null", "at-least": "null"}}, "segments": ["At Risk", "Cannot Lose Them"], "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "lookalikes": {"of": {"tiers": [], "clusters": [], "segments": []}, "count": "0"}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}, "channel": "email", "consent": "always", "holdout": {"days": "30", "salt": "null", "percent": "10"}, "minimum": {"warn-below": "0", "block-below": "0"}, "purpose": "email", "priority": "0", "frequency": "nightly", "description": "Good customers who began to slip away", "identifiers": ["email"], "destinations": ["klaviyo"], "exclusive-group": "null"}, "call-list": {"day": "null", "except": {"f": {"at-most": "null", "at-least": "null"}, "m": {"at-most": "null", "at-least": "null"}, "r": {"at-most": "null", "at-least": "null"}, "moved": {"to": [], "from": [], "causes": [], "within-days": "1"}, "tiers": [], "orders": {"at-most": "null", "at-least": "null"}, "clusters": [], "forecast": {"value-90": {"at-most": "null", "at-least": "null"}, "orders-90": {"at-most": "null", "at-least": "null"}, "value-365": {"at-most": "null", "at-least": "null"}, "orders-365": {"at-most": "null", "at-least": "null"}, "probability-alive": {"at-most": "null", "at-least": "null"}}, "segments": [], "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "lookalikes": {"of": {"tiers": [], "clusters": [], "segments": []}, "count": "0"}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}, "select": {"f": {"at-most": "null", "at-least": "null"}, "m": {"at-most": "null", "at-least": "null"}, "r": {"at-most": "null", "at-least": "null"}, "moved": {"to": [], "from": [], "causes": [], "within-days": "1"}, "tiers": [], "orders": {"at-most": "null", "at-least": "null"}, "clusters": [], "forecast": {"value-90": {"at-most": "null", "at-least": "null"}, "orders-90": {"at-most": "null", "at-least": "null"}, "value-365": {"at-most": "null", "at-least": "null"}, "orders-365": {"at-most": "null", "at-least": "null"}, "probability-alive": {"at-most": "null", "at-least": "null"}}, "segments": ["Cannot Lose Them"], "net-value": {"at-most": "null", "at-least": "200"}, "attributes": {}, "lookalikes": {"of": {"tiers": [], "clusters": [], "segments": []}, "count": "0"}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}, "channel": "people", "consent": "always", "holdout": {"days": "null", "salt": "null", "percent": "0"}, "minimum": {"warn-below": "0", "block-below": "0"}, "purpose": "phone", "priority": "0", "frequency": "nightly", "description": "Valuable customers whom somebody calls", "identifiers": ["phone"], "destinations": ["excel"], "exclusive-group": "null"}, "champions": {"day": "null", "except": {"f": {"at-most": "null", "at-least": "null"}, "m": {"at-most": "null", "at-least": "null"}, "r": {"at-most": "null", "at-least": "null"}, "moved": {"to": [], "from": [], "causes": [], "within-days": "1"}, "tiers": [], "orders": {"at-most": "null", "at-least": "null"}, "clusters": [], "forecast": {"value-90": {"at-most": "null", "at-least": "null"}, "orders-90": {"at-most": "null", "at-least": "null"}, "value-365": {"at-most": "null", "at-least": "null"}, "orders-365": {"at-most": "null", "at-least": "null"}, "probability-alive": {"at-most": "null", "at-least": "null"}}, "segments": [], "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "lookalikes": {"of": {"tiers": [], "clusters": [], "segments": []}, "count": "0"}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}, "select": {"f": {"at-most": "null", "at-least": "null"}, "m": {"at-most": "null", "at-least": "null"}, "r": {"at-most": "null", "at-least": "null"}, "moved": {"to": [], "from": [], "causes": [], "within-days": "1"}, "tiers": [], "orders": {"at-most": "null", "at-least": "null"}, "clusters": [], "forecast": {"value-90": {"at-most": "null", "at-least": "null"}, "orders-90": {"at-most": "null", "at-least": "null"}, "value-365": {"at-most": "null", "at-least": "null"}, "orders-365": {"at-most": "null", "at-least": "null"}, "probability-alive": {"at-most": "null", "at-least": "null"}}, "segments": ["Champions"], "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "lookalikes": {"of": {"tiers": [], "clusters": [], "segments": []}, "count": "0"}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}, "channel": "email", "consent": "always", "holdout": {"days": "null", "salt": "null", "percent": "0"}, "minimum": {"warn-below": "0", "block-below": "0"}, "purpose": "email", "priority": "0", "frequency": "nightly", "description": "Best customers, for early access", "identifiers": ["email"], "destinations": ["klaviyo", "generic-csv"], "exclusive-group": "null"}, "look-alike-seed": {"day": "null", "except": {"f": {"at-most": "null", "at-least": "null"}, "m": {"at-most": "null", "at-least": "null"}, "r": {"at-most": "null", "at-least": "null"}, "moved": {"to": [], "from": [], "causes": [], "within-days": "1"}, "tiers": [], "orders": {"at-most": "null", "at-least": "null"}, "clusters": [], "forecast": {"value-90": {"at-most": "null", "at-least": "null"}, "orders-90": {"at-most": "null", "at-least": "null"}, "value-365": {"at-most": "null", "at-least": "null"}, "orders-365": {"at-most": "null", "at-least": "null"}, "probability-alive": {"at-most": "null", "at-least": "null"}}, "segments": [], "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "lookalikes": {"of": {"tiers": [], "clusters": [], "segments": []}, "count": "0"}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}, "select": {"f": {"at-most": "null", "at-least": "null"}, "m": {"at-most": "null", "at-least": "null"}, "r": {"at-most": "null", "at-least": "null"}, "moved": {"to": [], "from": [], "causes": [], "within-days": "1"}, "tiers": [], "orders": {"at-most": "null", "at-least": "null"}, "clusters": [], "forecast": {"value-90": {"at-most": "null", "at-least": "null"}, "orders-90": {"at-most": "null", "at-least": "null"}, "value-365": {"at-most": "null", "at-least": "null"}, "orders-365": {"at-most": "null", "at-least": "null"}, "probability-alive": {"at-most": "null", "at-least": "null"}}, "segments": ["Champions", "Loyal"], "net-value": {"at-most": "null", "at-least": "null"}, "attributes": {}, "lookalikes": {"of": {"tiers": [], "clusters": [], "segments": []}, "count": "0"}, "days-since-order": {"at-most": "null", "at-least": "null"}, "days-since-first-order": {"at-most": "null", "at-least": "null"}}, "channel": "ads", "consent": "always", "holdout": {"days": "null", "salt": "null", "percent": "0"}, "minimum": {"warn-below": "0", "block-below": "0"}, "purpose": "advertising", "priority": "0", "frequency": "nightly", "description": "Customers whom ads should find more of", "identifiers": ["email", "phone"], "destinations": ["google-customer-match"], "exclusive-group": "null"}}, "suppressions": {"max-age": "P3D", "max-shrink": "0.2"}}, "clustering": {"seed": "1", "max-k": "8", "min-k": "3", "refit": "nightly", "tiers": ["Silver", "Gold", "Platinum"], "leaves": "2000", "naming": [], "sample": "2000", "starts": "10", "scaling": "z-score", "segment": "null", "features": [{"value": "null", "feature": "recency", "attribute": "null", "transform": "log1p", "percentiles": ["1.0", "99.0"]}, {"value": "null", "feature": "frequency", "attribute": "null", "transform": "log1p", "percentiles": ["1.0", "99.0"]}, {"value": "null", "feature": "monetary", "attribute": "null", "transform": "log1p", "percentiles": ["1.0", "99.0"]}], "criterion": "simplified-silhouette", "min-share": "0.01", "population": "buyers", "exact-up-to": "100000", "max-iterations": "300", "min-adjusted-rand-index": "0.8"}, "destinations": {"profiles": {"braze": {"bom": "false", "notes": [], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://www.braze.com/docs/user_guide/data/user_data_collection/user_import/csv_import", "actions": {}, "channel": "email", "columns": [{"name": "null", "need": "required", "field": "customer-key", "hashed": "false", "header": "external_id", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "first_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "last_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "email", "hashed": "false", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email"}, {"name": "null", "need": "optional", "field": "country", "hashed": "false", "header": "country", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "country"}, {"name": "null", "need": "optional", "field": "phone", "hashed": "false", "header": "phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-e164"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "audience_{audience}", "leaver": "false", "values": {}, "compared": "null", "constant": "true", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "email", "removal": "flag", "version": "2026-11.2", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "524288000B", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [{"name": "null", "need": "optional", "field": "consent", "hashed": "false", "header": "email_subscribe", "leaver": "null", "values": {"true": "opted_in"}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "require-at-least": "0"}, "brevo": {"bom": "false", "notes": [], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://help.brevo.com/hc/en-us/articles/208729849", "actions": {}, "channel": "email", "columns": [{"name": "null", "need": "identifier", "field": "email", "hashed": "false", "header": "EMAIL", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "LASTNAME", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "FIRSTNAME", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "identifier", "field": "phone", "hashed": "false", "header": "SMS", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-e164"}, {"name": "null", "need": "optional", "field": "customer-key", "hashed": "false", "header": "EXT_ID", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "SEGMENT", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "audience_{audience}", "leaver": "false", "values": {}, "compared": "null", "constant": "true", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "email", "removal": "flag", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "semicolon", "max-bytes": "246415360B", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "excel": {"bom": "false", "notes": [], "format": "xlsx", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://owasp.org/www-community/attacks/CSV_Injection", "actions": {}, "channel": "people", "columns": [{"name": "null", "need": "optional", "field": "customer-key", "hashed": "false", "header": "customer_key", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "email", "hashed": "false", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "phone", "hashed": "false", "header": "phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "first_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "last_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "country", "hashed": "false", "header": "country", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "recency-days", "hashed": "false", "header": "recency_days", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "orders-count", "hashed": "false", "header": "orders_count", "leaver": "null", "values": {}, "compared": "true", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "net-value", "hashed": "false", "header": "net_value", "leaver": "null", "values": {}, "compared": "true", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "null", "removal": "file", "version": "2026-11.2", "encoding": "utf-8", "line-end": "lf", "max-rows": "1048575", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-22", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "x-ads": {"bom": "false", "notes": [], "format": "csv", "header": "false", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://business.x.com/en/help/campaign-setup/campaign-targeting/custom-audiences/lists", "actions": {}, "channel": "ads", "columns": [{"name": "null", "need": "required", "field": "email", "hashed": "true", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email-lower"}], "include": [], "purpose": "advertising", "removal": "file", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "hubspot": {"bom": "false", "notes": ["Free accounts take files of up to 20 MB."], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://knowledge.hubspot.com/import-and-export/set-up-your-import-file", "actions": {}, "channel": "email", "columns": [{"name": "null", "need": "required", "field": "email", "hashed": "false", "header": "Email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "First name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "Last name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "phone", "hashed": "false", "header": "Phone number", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "audience_{audience}", "leaver": "false", "values": {}, "compared": "null", "constant": "true", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "email", "removal": "flag", "version": "2026-11.2", "encoding": "utf-8", "line-end": "lf", "max-rows": "1048575", "preamble": [], "delimiter": "comma", "max-bytes": "536870912B", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "klaviyo": {"bom": "false", "notes": ["Klaviyo fetches files from profiles/ on its SFTP server, and from no folder below it."], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}_{date:yyyyMMdd}_{kind}", "folder": "profiles", "marker": "none", "manifest": "none", "extension": "null"}, "quotes": "where-needed", "source": "https://developers.klaviyo.com/en/docs/sftp_import_tool", "actions": {}, "channel": "email", "columns": [{"name": "null", "need": "identifier", "field": "email", "hashed": "false", "header": "Email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email"}, {"name": "null", "need": "identifier", "field": "phone", "hashed": "false", "header": "Phone Number", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-e164"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "First Name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "Last Name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "customer-key", "hashed": "false", "header": "External ID", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "audience_{audience}", "leaver": "false", "values": {}, "compared": "null", "constant": "true", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "email", "removal": "flag", "version": "2026-11.2", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "52428800B", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [{"name": "null", "need": "optional", "field": "consent", "hashed": "false", "header": "$consent", "leaver": "null", "values": {"true": "email"}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "require-at-least": "0"}, "marketo": {"bom": "false", "notes": [], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/bulk-import/bulk-lead-import", "actions": {}, "channel": "email", "columns": [{"name": "null", "need": "required", "field": "email", "hashed": "false", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "firstName", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "lastName", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "phone", "hashed": "false", "header": "phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-e164"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "audience_{audience}", "leaver": "false", "values": {}, "compared": "null", "constant": "true", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "email", "removal": "flag", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "9437184B", "checked-on": "2026-11-30", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "iterable": {"bom": "false", "notes": [], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://support.iterable.com/hc/en-us/articles/115000770906", "actions": {}, "channel": "email", "columns": [{"name": "null", "need": "identifier", "field": "email", "hashed": "false", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email"}, {"name": "null", "need": "identifier", "field": "customer-key", "hashed": "false", "header": "userId", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "firstName", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "lastName", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "phone", "hashed": "false", "header": "phoneNumber", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-e164"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "audience_{audience}", "leaver": "false", "values": {}, "compared": "null", "constant": "true", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "email", "removal": "flag", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "2000000", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "sendgrid": {"bom": "false", "notes": [], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://www.twilio.com/docs/sendgrid/api-reference/contacts/import-contacts", "actions": {}, "channel": "email", "columns": [{"name": "null", "need": "required", "field": "email", "hashed": "false", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email"}, {"name": "null", "need": "optional", "field": "customer-key", "hashed": "false", "header": "external_id", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "first_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "last_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "audience_{audience}", "leaver": "false", "values": {}, "compared": "null", "constant": "true", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "email", "removal": "flag", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "1000000", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "snapchat": {"bom": "false", "notes": ["This form of file is unverified: Snap documents customer lists for its API only."], "format": "csv", "header": "false", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://developers.snap.com/api/marketing-api/Ads-API/customer-lists", "actions": {}, "channel": "ads", "columns": [{"name": "null", "need": "required", "field": "email", "hashed": "true", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email-lower"}], "include": [], "purpose": "advertising", "removal": "file", "version": "2026-11.2", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "1000", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "excel-csv": {"bom": "true", "notes": [], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://owasp.org/www-community/attacks/CSV_Injection", "actions": {}, "channel": "people", "columns": [{"name": "null", "need": "optional", "field": "customer-key", "hashed": "false", "header": "customer_key", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "email", "hashed": "false", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "phone", "hashed": "false", "header": "phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "first_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "last_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "country", "hashed": "false", "header": "country", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "recency-days", "hashed": "false", "header": "recency_days", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "orders-count", "hashed": "false", "header": "orders_count", "leaver": "null", "values": {}, "compared": "true", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "net-value", "hashed": "false", "header": "net_value", "leaver": "null", "values": {}, "compared": "true", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "null", "removal": "file", "version": "2026-11.2", "encoding": "utf-8", "line-end": "crlf", "max-rows": "1048575", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-22", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "true", "optional-columns": [], "require-at-least": "0"}, "mailchimp": {"bom": "false", "notes": [], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://mailchimp.com/help/format-guidelines-for-your-import-file/", "actions": {}, "channel": "email", "columns": [{"name": "null", "need": "required", "field": "email", "hashed": "false", "header": "Email Address", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email-dot-atom"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "First Name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "Last Name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "phone", "hashed": "false", "header": "Phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-e164"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "Tags", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "audience_{audience}", "leaver": "false", "values": {}, "compared": "null", "constant": "true", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "email", "removal": "flag", "version": "2026-11.2", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "onesignal": {"bom": "false", "notes": ["OneSignal asks for files without letters beyond ASCII; the country and tags have none."], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://documentation.onesignal.com/docs/en/import", "actions": {}, "channel": "email", "columns": [{"name": "null", "need": "identifier", "field": "customer-key", "hashed": "false", "header": "external_id", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "identifier", "field": "email", "hashed": "false", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email"}, {"name": "null", "need": "identifier", "field": "phone", "hashed": "false", "header": "phone_number", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-e164"}, {"name": "null", "need": "optional", "field": "country", "hashed": "false", "header": "country", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "country"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "audience_{audience}", "leaver": "false", "values": {}, "compared": "null", "constant": "true", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "email", "removal": "flag", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "146800640B", "checked-on": "2026-11-30", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "pinterest": {"bom": "false", "notes": ["Pinterest uses lists of which it recognises at least 100 people."], "format": "csv", "header": "false", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://developers.pinterest.com/docs/api/v5/customer_lists-create", "actions": {}, "channel": "ads", "columns": [{"name": "null", "need": "required", "field": "email", "hashed": "true", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email-lower"}], "include": [], "purpose": "advertising", "removal": "file", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "100", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "amazon-ads": {"bom": "false", "notes": ["Amazon wants a consent signal with each record from the EEA and the United Kingdom; declare it at the upload.", "Names and hashes follow Amazon''s own uploader; the headers are mapped at the upload."], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://github.com/aws-solutions/amazon-marketing-cloud-uploader-from-aws", "actions": {}, "channel": "ads", "columns": [{"name": "null", "need": "identifier", "field": "email", "hashed": "true", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email-amazon"}, {"name": "null", "need": "identifier", "field": "phone", "hashed": "true", "header": "phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-digits"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "true", "header": "first_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name-amazon"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "true", "header": "last_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name-amazon"}, {"name": "null", "need": "optional", "field": "city", "hashed": "true", "header": "city", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name-amazon"}, {"name": "null", "need": "optional", "field": "country", "hashed": "false", "header": "country", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "country"}], "include": [], "purpose": "advertising", "removal": "file", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-30", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "customer-io": {"bom": "false", "notes": [], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://docs.customer.io/journeys/uploading-people", "actions": {}, "channel": "email", "columns": [{"name": "null", "need": "required", "field": "customer-key", "hashed": "false", "header": "id", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "email", "hashed": "false", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "first_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "last_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "phone", "hashed": "false", "header": "phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-e164"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "audience_{audience}", "leaver": "false", "values": {}, "compared": "null", "constant": "true", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "email", "removal": "flag", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "99614720B", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "generic-csv": {"bom": "false", "notes": [], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://www.rfc-editor.org/rfc/rfc4180", "actions": {}, "channel": "any", "columns": [{"name": "null", "need": "optional", "field": "customer-key", "hashed": "false", "header": "customer_key", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "email", "hashed": "false", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "phone", "hashed": "false", "header": "phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "first_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "last_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "country", "hashed": "false", "header": "country", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "recency-days", "hashed": "false", "header": "recency_days", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "orders-count", "hashed": "false", "header": "orders_count", "leaver": "null", "values": {}, "compared": "true", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "net-value", "hashed": "false", "header": "net_value", "leaver": "null", "values": {}, "compared": "true", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "null", "removal": "file", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-22", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "activecampaign": {"bom": "false", "notes": [], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://help.activecampaign.com/hc/en-us/articles/360006760900", "actions": {}, "channel": "email", "columns": [{"name": "null", "need": "required", "field": "email", "hashed": "false", "header": "Email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "First Name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "Last Name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "phone", "hashed": "false", "header": "Phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-e164"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "Tags", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "audience_{audience}", "leaver": "false", "values": {}, "compared": "null", "constant": "true", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "email", "removal": "flag", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-30", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "generic-ndjson": {"bom": "false", "notes": [], "format": "ndjson", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://github.com/ndjson/ndjson-spec", "actions": {}, "channel": "any", "columns": [{"name": "null", "need": "optional", "field": "customer-key", "hashed": "false", "header": "customer_key", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "email", "hashed": "false", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "phone", "hashed": "false", "header": "phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "first_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "last_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "country", "hashed": "false", "header": "country", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "recency-days", "hashed": "false", "header": "recency_days", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "orders-count", "hashed": "false", "header": "orders_count", "leaver": "null", "values": {}, "compared": "true", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "net-value", "hashed": "false", "header": "net_value", "leaver": "null", "values": {}, "compared": "true", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "null", "removal": "file", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-22", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "salesforce-crm": {"bom": "false", "notes": ["Match contacts by Customer_Key__c, a custom field that is an external ID and unique."], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://help.salesforce.com/s/articleView?id=sf.faq_import_general.htm", "actions": {}, "channel": "email", "columns": [{"name": "null", "need": "required", "field": "customer-key", "hashed": "false", "header": "Customer_Key__c", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "required", "field": "last-name", "hashed": "false", "header": "LastName", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "FirstName", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "email", "hashed": "false", "header": "Email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email"}, {"name": "null", "need": "optional", "field": "phone", "hashed": "false", "header": "Phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-e164"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "Segment__c", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "audience_{audience}", "leaver": "false", "values": {}, "compared": "null", "constant": "true", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "email", "removal": "flag", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "50000", "preamble": [], "delimiter": "comma", "max-bytes": "99614720B", "checked-on": "2026-11-30", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "snapchat-phone": {"bom": "false", "notes": ["This form of file is unverified: Snap documents customer lists for its API only."], "format": "csv", "header": "false", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://developers.snap.com/api/marketing-api/Ads-API/customer-lists", "actions": {}, "channel": "ads", "columns": [{"name": "null", "need": "required", "field": "phone", "hashed": "true", "header": "phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-digits"}], "include": [], "purpose": "advertising", "removal": "file", "version": "2026-11.2", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "1000", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "generic-parquet": {"bom": "false", "notes": [], "format": "parquet", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://github.com/apache/parquet-format", "actions": {}, "channel": "any", "columns": [{"name": "null", "need": "optional", "field": "customer-key", "hashed": "false", "header": "customer_key", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "email", "hashed": "false", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "phone", "hashed": "false", "header": "phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "first_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "last_name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "country", "hashed": "false", "header": "country", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "recency-days", "hashed": "false", "header": "recency_days", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "orders-count", "hashed": "false", "header": "orders_count", "leaver": "null", "values": {}, "compared": "true", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "net-value", "hashed": "false", "header": "net_value", "leaver": "null", "values": {}, "compared": "true", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "null", "removal": "file", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-22", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "trade-desk-uid2": {"bom": "false", "notes": ["UID2 documents the hashes and their names in requests; this form of file is unverified."], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://unifiedid.com/docs/getting-started/gs-normalization-encoding", "actions": {}, "channel": "ads", "columns": [{"name": "null", "need": "identifier", "field": "email", "hashed": "true", "header": "email_hash", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "base64", "algorithm": "sha-256", "normaliser": "email-uid2"}, {"name": "null", "need": "identifier", "field": "phone", "hashed": "true", "header": "phone_hash", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "base64", "algorithm": "sha-256", "normaliser": "phone-e164"}], "include": [], "purpose": "advertising", "removal": "file", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-30", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "linkedin-contacts": {"bom": "false", "notes": [], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://www.linkedin.com/help/lms/answer/a1489764", "actions": {}, "channel": "ads", "columns": [{"name": "null", "need": "required", "field": "email", "hashed": "true", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email-lower"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "firstname", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "lastname", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "jobtitle", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "employeecompany", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "country", "hashed": "false", "header": "country", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "country"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "googleaid", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "advertising", "removal": "file", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "300000", "preamble": [], "delimiter": "comma", "max-bytes": "20971520B", "checked-on": "2026-11-22", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "300", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "300"}, "meta-customer-list": {"bom": "false", "notes": [], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://www.facebook.com/business/help/2082575038703844", "actions": {}, "channel": "ads", "columns": [{"name": "null", "need": "identifier", "field": "email", "hashed": "true", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email-lower"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "identifier", "field": "phone", "hashed": "true", "header": "phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-digits"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "madid", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "true", "header": "fn", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name-meta"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "true", "header": "ln", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name-meta"}, {"name": "null", "need": "optional", "field": "zip", "hashed": "true", "header": "zip", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "zip-meta"}, {"name": "null", "need": "optional", "field": "city", "hashed": "true", "header": "ct", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name-meta"}, {"name": "null", "need": "optional", "field": "state", "hashed": "true", "header": "st", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "state-meta"}, {"name": "null", "need": "optional", "field": "country", "hashed": "true", "header": "country", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "country-lower"}, {"name": "null", "need": "optional", "field": "birth-date", "hashed": "true", "header": "dob", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "date-digits"}, {"name": "null", "need": "optional", "field": "birth-date", "hashed": "true", "header": "doby", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "date-year"}, {"name": "null", "need": "optional", "field": "gender", "hashed": "true", "header": "gen", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "gender-initial"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "age", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "uid", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "net-value", "hashed": "false", "header": "value", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "not-negative"}], "include": [], "purpose": "advertising", "removal": "file", "version": "2026-11.2", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "100", "compression": "none", "formula-guard": "false", "optional-columns": [{"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "data_processing_options", "leaver": "null", "values": {}, "compared": "null", "constant": "LDU", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "data_processing_options_country", "leaver": "null", "values": {}, "compared": "null", "constant": "0", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "data_processing_options_state", "leaver": "null", "values": {}, "compared": "null", "constant": "0", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "require-at-least": "0"}, "sfmc-data-extension": {"bom": "false", "notes": ["Import the full file with the data action Overwrite; any other leaves people who left."], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://help.salesforce.com/s/articleView?id=mktg.mc_es_import_activity.htm", "actions": {}, "channel": "email", "columns": [{"name": "null", "need": "required", "field": "customer-key", "hashed": "false", "header": "SubscriberKey", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "required", "field": "email", "hashed": "false", "header": "EmailAddress", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "false", "header": "FirstName", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "false", "header": "LastName", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "Segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "business-date", "hashed": "false", "header": "BusinessDate", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "email", "removal": "overwrite", "version": "2026-11.2", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "tiktok-customer-file": {"bom": "false", "notes": [], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://ads.tiktok.com/help/article/customer-file", "actions": {}, "channel": "ads", "columns": [{"name": "null", "need": "identifier", "field": "email", "hashed": "true", "header": "Email_SHA256", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email-without-blanks"}, {"name": "null", "need": "identifier", "field": "phone", "hashed": "true", "header": "Phone_SHA256", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-e164"}], "include": [], "purpose": "advertising", "removal": "file", "version": "2026-11.2", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "996147200B", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "1000", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "1000"}, "google-customer-match": {"bom": "false", "notes": ["Declare consent (ad_user_data, ad_personalization) at each upload; without it, people in the EEA are left out.", "Since 2026-04-01 the Ads API takes no new users of Customer Match; upload the file or connect it in Data Manager."], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://support.google.com/google-ads/answer/7659867", "actions": {}, "channel": "ads", "columns": [{"name": "null", "need": "identifier", "field": "email", "hashed": "true", "header": "Email", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email-gmail-canonical"}, {"name": "null", "need": "identifier", "field": "phone", "hashed": "true", "header": "Phone", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "phone-e164"}, {"name": "null", "need": "optional", "field": "first-name", "hashed": "true", "header": "First Name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name-google-given"}, {"name": "null", "need": "optional", "field": "last-name", "hashed": "true", "header": "Last Name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "name-google-family"}, {"name": "null", "need": "optional", "field": "country", "hashed": "false", "header": "Country", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "country"}, {"name": "null", "need": "optional", "field": "zip", "hashed": "false", "header": "Zip", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "zip"}], "include": [], "purpose": "advertising", "removal": "file", "version": "2026-11.2", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "100", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "microsoft-customer-match": {"bom": "false", "notes": ["Without list-id each file makes a new list: give deliver.deliveries.microsoft-customer-match.parameters after the first one."], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}__{date}__{kind}", "folder": "{destination}/{audience}/{date}", "marker": "_SUCCESS", "manifest": "datapackage.json", "extension": "null"}, "quotes": "where-needed", "source": "https://learn.microsoft.com/en-us/advertising/bulk-service/customer-list-item", "actions": {"adds": "Add", "full": "Replace", "removes": "Remove"}, "channel": "ads", "columns": [{"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "Type", "leaver": "null", "values": {}, "compared": "null", "constant": "Customer List Item", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "Status", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "Id", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "Parent Id", "leaver": "null", "values": {}, "compared": "null", "constant": "{list-id}", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "Client Id", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "Modified Time", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "Name", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "Description", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "Scope", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "Audience", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "Action Type", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "Sub Type", "leaver": "null", "values": {}, "compared": "null", "constant": "Email", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "required", "field": "email", "hashed": "true", "header": "Text", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "email-lower"}], "include": [], "purpose": "advertising", "removal": "file", "version": "2026-11.2", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": ["Format Version,,,,,,6.0,,,,,,", "Customer List,Active,{list-id},,,,,,Customer,{audience},{action},,"], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {"list-id": "-10"}, "warn-below": "300", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}, "adobe-customer-attributes": {"bom": "false", "notes": ["Adobe reads name.csv when an empty file name.fin has arrived after it."], "format": "csv", "header": "true", "layout": {"copy": "null", "file": "{audience}_{date:yyyyMMdd}_{kind}", "folder": ".", "marker": "{file}.fin", "manifest": "none", "extension": "null"}, "quotes": "where-needed", "source": "https://experienceleague.adobe.com/en/docs/core-services/interface/services/customer-attributes/crs-data-file", "actions": {}, "channel": "any", "columns": [{"name": "null", "need": "required", "field": "customer-key", "hashed": "false", "header": "customer_id", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "segment", "hashed": "false", "header": "segment", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "orders-count", "hashed": "false", "header": "orders_count", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "net-value", "hashed": "false", "header": "net_value", "leaver": "null", "values": {}, "compared": "null", "constant": "null", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}, {"name": "null", "need": "optional", "field": "null", "hashed": "false", "header": "audience_{audience}", "leaver": "false", "values": {}, "compared": "null", "constant": "true", "encoding": "hex", "algorithm": "sha-256", "normaliser": "as-is"}], "include": [], "purpose": "null", "removal": "flag", "version": "2026-11", "encoding": "utf-8", "line-end": "lf", "max-rows": "null", "preamble": [], "delimiter": "comma", "max-bytes": "null", "checked-on": "2026-11-29", "encryption": {"armor": "false", "extension": "pgp", "passphrase": "null", "recipients": [], "signing-key": "null"}, "parameters": {}, "warn-below": "0", "compression": "none", "formula-guard": "false", "optional-columns": [], "require-at-least": "0"}}}}', '2026-11-30 15:44:37.073672+00', '2026-11-30 15:44:38.861694+00');
INSERT INTO pipeline.stages VALUES ('2025-01-30', 1, 'ingest', 1, 'finished', '2026-11-30 15:44:29.184356+00', '2026-11-30 15:44:29.714583+00', '{"loaded": 2, "lines-read": 19, "lines-loaded": 18, "lines-rejected": 1}', '2 files: 2 loaded, 0 duplicate, 0 quarantined; 19 lines read, 1 reject', NULL);
INSERT INTO pipeline.stages VALUES ('2025-01-30', 1, 'orders', 2, 'finished', '2026-11-30 15:44:29.731923+00', '2026-11-30 15:44:29.969463+00', '{"kept": 10, "lines": 12, "touched": 9, "rejected": 1, "replaced": 0, "customers": 9, "no-customer": 1}', '12 lines: 10 kept, 1 no-customer, 1 rejected; 9 of 9 customers touched', NULL);
INSERT INTO pipeline.stages VALUES ('2025-01-30', 1, 'rfm', 3, 'finished', '2026-11-30 15:44:29.985023+00', '2026-11-30 15:44:30.090482+00', '{"scored": 8, "changed": 9, "prospect": 1, "customers": 9}', '9 customers, 8 scored, 0 lapsed, 1 prospect, 0 net returners; 9 changed; no frequency score 2, 3, 4 can occur', NULL);
INSERT INTO pipeline.stages VALUES ('2025-01-30', 1, 'clustering', 4, 'finished', '2026-11-30 15:44:30.105879+00', '2026-11-30 15:44:30.321233+00', '{"clusters": 1, "customers": 8, "proposed-clusters": 0}', '8 customers in 1 cluster, as more have no structure (gap of 3 clusters 0.078, less an error of 0.427, against -0.334); first model; simplified silhouette k=3 0.654, k=4 0.551, k=5 0.471, k=6 0.279, k=7 0.178, k=8 0.000', NULL);
INSERT INTO pipeline.stages VALUES ('2025-01-30', 1, 'forecast', 5, 'finished', '2026-11-30 15:44:30.332475+00', '2026-11-30 15:44:30.443032+00', '{"customers": 8, "repeat_buyers": 2}', '8 customers, 2 repeat buyers; about 6 still buy; 3 orders worth 152 expected in 365 days', NULL);
INSERT INTO pipeline.stages VALUES ('2025-01-30', 1, 'segments', 6, 'finished', '2026-11-30 15:44:30.455164+00', '2026-11-30 15:44:30.528112+00', '{"new": 9, "gone": 0, "moved": 0, "segments": 7, "upgrades": 0, "customers": 9, "downgrades": 0}', '9 customers in 7 segments; the first night; with these scores, nobody can be in Need Attention', NULL);
INSERT INTO pipeline.stages VALUES ('2025-01-30', 1, 'audiences', 7, 'finished', '2026-11-30 15:44:30.542889+00', '2026-11-30 15:44:30.668008+00', '{"small": 0, "blocked": 0, "members": 14, "excluded": 7, "audiences": 6, "published": 7, "missing-clusters": 0}', '6 audiences, 14 members, 7 of them excluded', NULL);
INSERT INTO pipeline.stages VALUES ('2025-01-30', 1, 'publish', 8, 'finished', '2026-11-30 15:44:30.682996+00', '2026-11-30 15:44:30.784673+00', '{"gates": 0, "checks": 18}', '18 checks passed; gates: 31 not judged', NULL);
INSERT INTO pipeline.stages VALUES ('2025-01-30', 1, 'deliver', 9, 'finished', '2026-11-30 15:44:30.798571+00', '2026-11-30 15:44:31.435604+00', '{"stopped": 0, "extracts": 7, "customers": 8}', '7 extracts with 8 customers in extracts/excel, extracts/generic-csv, extracts/google-customer-match, extracts/profiles; look-alike-seed at google-customer-match: google-customer-match uses no list of fewer than 100 people, and this one has 1', NULL);
INSERT INTO pipeline.stages VALUES ('2025-01-31', 1, 'ingest', 10, 'finished', '2026-11-30 15:44:37.155265+00', '2026-11-30 15:44:37.274809+00', '{"loaded": 1, "lines-read": 3, "lines-loaded": 3, "lines-rejected": 0}', '1 file: 1 loaded, 0 duplicate, 0 quarantined; 3 lines read, 0 rejects', NULL);
INSERT INTO pipeline.stages VALUES ('2025-01-31', 1, 'orders', 11, 'finished', '2026-11-30 15:44:37.288051+00', '2026-11-30 15:44:37.44415+00', '{"kept": 13, "lines": 15, "touched": 3, "rejected": 1, "replaced": 0, "customers": 10, "no-customer": 1}', '15 lines: 13 kept, 1 no-customer, 1 rejected; 3 of 10 customers touched', NULL);
INSERT INTO pipeline.stages VALUES ('2025-01-31', 1, 'rfm', 12, 'finished', '2026-11-30 15:44:37.464892+00', '2026-11-30 15:44:37.538725+00', '{"scored": 9, "changed": 3, "prospect": 1, "customers": 10}', '10 customers, 9 scored, 0 lapsed, 1 prospect, 0 net returners; 3 changed; no frequency score 2, 3, 4 can occur', NULL);
INSERT INTO pipeline.stages VALUES ('2025-01-31', 1, 'clustering', 13, 'finished', '2026-11-30 15:44:37.552198+00', '2026-11-30 15:44:37.707234+00', '{"clusters": 1, "customers": 9, "proposed-clusters": 3}', '9 customers in 1 cluster, as more have no structure (gap of 3 clusters 0.019, less an error of 0.284, against -0.421); new model, adjusted Rand index 1.000 with the one in force on the same customers; A NEW ONE IS PROPOSED (3 clusters in place of 1; adjusted Rand index 0.000 with the one in force on the same customers): see nightjar clusters --quality; 0 of 8 are in another cluster than on 2025-01-30; simplified silhouette k=3 0.726, k=4 0.667, k=5 0.573, k=6 0.508, k=7 0.349, k=8 0.156', NULL);
INSERT INTO pipeline.stages VALUES ('2025-01-31', 1, 'forecast', 14, 'finished', '2026-11-30 15:44:37.720322+00', '2026-11-30 15:44:37.781941+00', '{"customers": 9, "repeat_buyers": 2}', '9 customers, 2 repeat buyers; about 7 still buy; 4 orders worth 465 expected in 365 days', NULL);
INSERT INTO pipeline.stages VALUES ('2025-01-31', 1, 'segments', 15, 'finished', '2026-11-30 15:44:37.800921+00', '2026-11-30 15:44:37.930205+00', '{"new": 1, "gone": 0, "moved": 4, "segments": 6, "upgrades": 1, "customers": 10, "downgrades": 3}', '10 customers in 6 segments; since 2025-01-30 4 moved (1 up, 3 down), 1 new, 0 gone; with these scores, nobody can be in Need Attention', NULL);
INSERT INTO pipeline.stages VALUES ('2025-01-31', 1, 'audiences', 16, 'finished', '2026-11-30 15:44:37.941969+00', '2026-11-30 15:44:38.030463+00', '{"small": 0, "blocked": 0, "members": 19, "excluded": 12, "audiences": 6, "published": 7, "missing-clusters": 0}', '6 audiences, 19 members, 12 of them excluded; most did not agree to: email (5 of 9 no-consent; a customers source says who agreed, in consent-email or consent)', NULL);
INSERT INTO pipeline.stages VALUES ('2025-01-31', 1, 'publish', 17, 'finished', '2026-11-30 15:44:38.05042+00', '2026-11-30 15:44:38.174691+00', '{"gates": 1, "checks": 18}', '18 checks passed; gates: 1 passed, 30 not judged', NULL);
INSERT INTO pipeline.stages VALUES ('2025-01-31', 1, 'deliver', 18, 'finished', '2026-11-30 15:44:38.185342+00', '2026-11-30 15:44:38.850809+00', '{"stopped": 0, "extracts": 7, "customers": 8}', '7 extracts with 8 customers in extracts/excel, extracts/generic-csv, extracts/google-customer-match, extracts/profiles; look-alike-seed at google-customer-match: google-customer-match uses no list of fewer than 100 people, and this one has 1', NULL);
INSERT INTO privacy.erasures VALUES ('erased-9ae5808be1946e25ce2b8eb3', '2026-11-30 15:44:40.52532+00', '2025-01-31', 16);
INSERT INTO privacy.identifiers VALUES ('customer', '36c000dc3a85305f1a7fc6d73c39ee0c02d5a99fa015373ab650e08d8a687433', '7188f4ea3ac0bde3f8c587a22860bae127b1429d422907bcab971bbbf9c13a91');
INSERT INTO privacy.identifiers VALUES ('email', '6b5a6b81141897c0da637f38ee725cbb2277bfbaf67c3b05ebb237b51460ef58', '7188f4ea3ac0bde3f8c587a22860bae127b1429d422907bcab971bbbf9c13a91');
INSERT INTO publish.cluster_attributes VALUES ('2025-01-30', 1, 'country', 'GB', 4, 0.50000000000000000000, 100.00000000000000000000);
INSERT INTO publish.cluster_attributes VALUES ('2025-01-30', 1, 'country', 'FR', 2, 0.25000000000000000000, 100.00000000000000000000);
INSERT INTO publish.cluster_attributes VALUES ('2025-01-31', 1, 'country', 'GB', 4, 0.44444444444444444444, 99.99999999999999999900);
INSERT INTO publish.cluster_attributes VALUES ('2025-01-31', 1, 'country', 'FR', 2, 0.22222222222222222222, 99.99999999999999999900);
INSERT INTO publish.cluster_features VALUES ('2025-01-30', 1, 'recency', 83.125, 32.5, 32.5);
INSERT INTO publish.cluster_features VALUES ('2025-01-30', 1, 'frequency', 1.25, 1, 1);
INSERT INTO publish.cluster_features VALUES ('2025-01-30', 1, 'monetary', 98.3125, 68.75, 68.75);
INSERT INTO publish.cluster_features VALUES ('2025-01-31', 1, 'recency', 59, 11, 11);
INSERT INTO publish.cluster_features VALUES ('2025-01-31', 1, 'frequency', 1.2222222222222223, 1, 1);
INSERT INTO publish.cluster_features VALUES ('2025-01-31', 1, 'monetary', 105.16666666666667, 62, 62);
INSERT INTO publish.clusters VALUES ('2025-01-31', 1, 1, '1-3 months ago, one order', NULL, 9, 1, 946.50, 1, NULL, NULL, '{E,G,D,K,B}');
INSERT INTO publish.clusters VALUES ('2025-01-30', 1, 1, '1-3 months ago, one order', NULL, 8, 1, 786.50, 1, NULL, NULL, '{E,G,C,D,erased-9ae5808be1946e25ce2b8eb3}');
INSERT INTO publish.customer_segments VALUES ('H', '2025-01-31', 'New Customers', 1, 11, 1, 9.00, 3, 1, 1, NULL, '2025-01-30', 'new', '1-3 months ago, one order', NULL, 1, 9, 'orders', 'sum');
INSERT INTO publish.customer_segments VALUES ('G', '2025-01-31', 'Cannot Lose Them', 1, 122, 1, 80.00, 1, 1, 4, NULL, '2025-01-30', 'new', '1-3 months ago, one order', NULL, 1, 80, 'orders', 'sum');
INSERT INTO publish.customer_segments VALUES ('E', '2025-01-31', 'About To Sleep', 1, 29, 1, 62.00, 2, 1, 3, 'Promising', '2025-01-31', 'cut-points', '1-3 months ago, one order', NULL, 1, 62, 'orders', 'sum');
INSERT INTO publish.customer_segments VALUES ('B', '2025-01-31', 'New Customers', 1, 2, 1, 15.50, 4, 1, 1, 'Potential Loyalist', '2025-01-31', 'orders', '1-3 months ago, one order', NULL, 1, 15.5, 'orders', 'sum');
INSERT INTO publish.customer_segments VALUES ('C', '2025-01-31', 'Champions', 1, 1, 2, 220.00, 5, 5, 5, 'Lost', '2025-01-31', 'orders', '1-3 months ago, one order', NULL, 2, 220, 'orders', 'sum');
INSERT INTO publish.customer_segments VALUES ('D', '2025-01-31', 'Cannot Lose Them', 1, 38, 1, 240.00, 2, 1, 5, 'Promising', '2025-01-31', 'cut-points', '1-3 months ago, one order', NULL, 1, 240, 'orders', 'sum');
INSERT INTO publish.customer_segments VALUES ('A', '2025-01-31', 'Champions', 1, 6, 2, 200.00, 4, 5, 4, NULL, '2025-01-30', 'new', '1-3 months ago, one order', NULL, 2, 200, 'orders', 'sum');
INSERT INTO publish.customer_segments VALUES ('K', '2025-01-31', 'New Customers', 1, 0, 1, 60.00, 5, 1, 2, NULL, '2025-01-31', 'new', '1-3 months ago, one order', NULL, 1, 60, 'orders', 'sum');
INSERT INTO publish.customer_segments VALUES ('P', '2025-01-31', 'Prospects', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, '2025-01-30', 'new', NULL, NULL, 0, 0, 'orders', 'sum');
INSERT INTO publish.customer_segments VALUES ('erased-9ae5808be1946e25ce2b8eb3', '2025-01-31', 'Lost', 1, 322, 1, 60.00, 1, 1, 2, NULL, '2025-01-30', 'new', '1-3 months ago, one order', NULL, 1, 60, 'orders', 'sum');
INSERT INTO publish.publications VALUES ('2025-01-30', 1, '2026-11-30 15:44:30.771813+00');
INSERT INTO publish.publications VALUES ('2025-01-31', 1, '2026-11-30 15:44:38.152833+00');
INSERT INTO publish.segment_attributes VALUES ('2025-01-30', 'Champions', 'country', 'GB', 1, 1.00000000000000000000, 180.00000000000000000000);
INSERT INTO publish.segment_attributes VALUES ('2025-01-30', 'Lost', 'country', 'FR', 1, 0.50000000000000000000, 225.00000000000000000000);
INSERT INTO publish.segment_attributes VALUES ('2025-01-30', 'Lost', 'country', 'GB', 1, 0.50000000000000000000, 90.00000000000000000000);
INSERT INTO publish.segment_attributes VALUES ('2025-01-30', 'Potential Loyalist', 'country', 'GB', 1, 1.00000000000000000000, 180.00000000000000000000);
INSERT INTO publish.segment_attributes VALUES ('2025-01-30', 'Promising', 'country', 'FR', 1, 0.50000000000000000000, 225.00000000000000000000);
INSERT INTO publish.segment_attributes VALUES ('2025-01-30', 'Promising', 'country', 'GB', 1, 0.50000000000000000000, 90.00000000000000000000);
INSERT INTO publish.segment_attributes VALUES ('2025-01-30', 'Prospects', 'country', 'GB', 1, 1.00000000000000000000, 180.00000000000000000000);
INSERT INTO publish.segment_attributes VALUES ('2025-01-31', 'About To Sleep', 'country', 'GB', 1, 1.00000000000000000000, 200.00000000000000000000);
INSERT INTO publish.segment_attributes VALUES ('2025-01-31', 'Cannot Lose Them', 'country', 'FR', 1, 0.50000000000000000000, 250.00000000000000000000);
INSERT INTO publish.segment_attributes VALUES ('2025-01-31', 'Champions', 'country', 'FR', 1, 0.50000000000000000000, 250.00000000000000000000);
INSERT INTO publish.segment_attributes VALUES ('2025-01-31', 'Champions', 'country', 'GB', 1, 0.50000000000000000000, 100.00000000000000000000);
INSERT INTO publish.segment_attributes VALUES ('2025-01-31', 'Lost', 'country', 'GB', 1, 1.00000000000000000000, 200.00000000000000000000);
INSERT INTO publish.segment_attributes VALUES ('2025-01-31', 'New Customers', 'country', 'GB', 1, 0.33333333333333333333, 66.66666666666666666600);
INSERT INTO publish.segment_attributes VALUES ('2025-01-31', 'Prospects', 'country', 'GB', 1, 1.00000000000000000000, 200.00000000000000000000);
INSERT INTO publish.segment_moves VALUES ('2025-01-30', NULL, 'Potential Loyalist', 1, 75.50, 'new', 'entered');
INSERT INTO publish.segment_moves VALUES ('2025-01-30', NULL, 'Lost', 2, 120.00, 'new', 'entered');
INSERT INTO publish.segment_moves VALUES ('2025-01-30', NULL, 'New Customers', 1, 9.00, 'new', 'entered');
INSERT INTO publish.segment_moves VALUES ('2025-01-30', NULL, 'Champions', 1, 200.00, 'new', 'entered');
INSERT INTO publish.segment_moves VALUES ('2025-01-30', NULL, 'Cannot Lose Them', 1, 80.00, 'new', 'entered');
INSERT INTO publish.segment_moves VALUES ('2025-01-30', NULL, 'Promising', 2, 302.00, 'new', 'entered');
INSERT INTO publish.segment_moves VALUES ('2025-01-30', NULL, 'Prospects', 1, 0, 'new', 'entered');
INSERT INTO publish.segment_moves VALUES ('2025-01-31', 'Champions', 'Champions', 1, 200.00, NULL, 'stayed');
INSERT INTO publish.segment_moves VALUES ('2025-01-31', 'Potential Loyalist', 'New Customers', 1, 15.50, 'orders', 'downgrade');
INSERT INTO publish.segment_moves VALUES ('2025-01-31', 'New Customers', 'New Customers', 1, 9.00, NULL, 'stayed');
INSERT INTO publish.segment_moves VALUES ('2025-01-31', 'Promising', 'About To Sleep', 1, 62.00, 'cut-points', 'downgrade');
INSERT INTO publish.segment_moves VALUES ('2025-01-31', 'Promising', 'Cannot Lose Them', 1, 240.00, 'cut-points', 'downgrade');
INSERT INTO publish.segment_moves VALUES ('2025-01-31', 'Cannot Lose Them', 'Cannot Lose Them', 1, 80.00, NULL, 'stayed');
INSERT INTO publish.segment_moves VALUES ('2025-01-31', 'Lost', 'Champions', 1, 220.00, 'orders', 'upgrade');
INSERT INTO publish.segment_moves VALUES ('2025-01-31', 'Lost', 'Lost', 1, 60.00, NULL, 'stayed');
INSERT INTO publish.segment_moves VALUES ('2025-01-31', 'Prospects', 'Prospects', 1, 0, NULL, 'stayed');
INSERT INTO publish.segment_moves VALUES ('2025-01-31', NULL, 'New Customers', 1, 60.00, 'new', 'entered');
INSERT INTO publish.segment_profile VALUES ('2025-01-30', 'Champions', 1, 1, 0.11111111111111111111, 200.00, 0.25429116338207247298, 5.0000000000000000, 2.0000000000000000, 200.0000000000000000, 5, 2, 200, 0, 1, 0, 100.0000000000000000, 2.0000000000000000, 200.0000000000000000, 2, 200, 'orders', 'sum');
INSERT INTO publish.segment_profile VALUES ('2025-01-30', 'Loyal', 2, 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO publish.segment_profile VALUES ('2025-01-30', 'Potential Loyalist', 3, 1, 0.11111111111111111111, 75.50, 0.09599491417673235855, 1.00000000000000000000, 2.0000000000000000, 75.5000000000000000, 1, 2, 75.5, 0, 1, 0, 37.7500000000000000, 2.0000000000000000, 75.5000000000000000, 2, 75.5, 'orders', 'sum');
INSERT INTO publish.segment_profile VALUES ('2025-01-30', 'New Customers', 4, 1, 0.11111111111111111111, 9.00, 0.01144310235219326128, 10.0000000000000000, 1.00000000000000000000, 9.0000000000000000, 10, 1, 9, 0, 1, 0, 9.0000000000000000, 1.00000000000000000000, 9.0000000000000000, 1, 9, 'orders', 'sum');
INSERT INTO publish.segment_profile VALUES ('2025-01-30', 'Promising', 5, 2, 0.22222222222222222222, 302.00, 0.38397965670692943420, 32.5000000000000000, 1.00000000000000000000, 151.0000000000000000, 32.5, 1, 151, 0, 2, 0, 151.0000000000000000, 1.00000000000000000000, 151.0000000000000000, 1, 151, 'orders', 'sum');
INSERT INTO publish.segment_profile VALUES ('2025-01-30', 'Need Attention', 6, 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO publish.segment_profile VALUES ('2025-01-30', 'About To Sleep', 7, 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO publish.segment_profile VALUES ('2025-01-30', 'At Risk', 8, 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO publish.segment_profile VALUES ('2025-01-30', 'Cannot Lose Them', 9, 1, 0.11111111111111111111, 80.00, 0.10171646535282898919, 121.0000000000000000, 1.00000000000000000000, 80.0000000000000000, 121, 1, 80, 0, 1, 0, 80.0000000000000000, 1.00000000000000000000, 80.0000000000000000, 1, 80, 'orders', 'sum');
INSERT INTO publish.segment_profile VALUES ('2025-01-30', 'Hibernating', 10, 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO publish.segment_profile VALUES ('2025-01-30', 'Lost', 11, 2, 0.22222222222222222222, 120.00, 0.15257469802924348379, 231.5000000000000000, 1.00000000000000000000, 60.0000000000000000, 231.5, 1, 60, 0, 2, 0, 60.0000000000000000, 1.00000000000000000000, 60.0000000000000000, 1, 60, 'orders', 'sum');
INSERT INTO publish.segment_profile VALUES ('2025-01-30', 'Lapsed', 12, 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO publish.segment_profile VALUES ('2025-01-30', 'Prospects', 13, 1, 0.11111111111111111111, 0, 0.00000000000000000000, NULL, 0.00000000000000000000, 0.00000000000000000000, NULL, 0, 0, 0, 1, 0, NULL, 0.00000000000000000000, 0.00000000000000000000, 0, 0, 'orders', 'sum');
INSERT INTO publish.segment_profile VALUES ('2025-01-30', 'Net returners', 14, 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO publish.segment_profile VALUES ('2025-01-31', 'Champions', 1, 2, 0.20000000000000000000, 420.00, 0.44374009508716323296, 3.5000000000000000, 2.0000000000000000, 210.0000000000000000, 3.5, 2, 210, 1, 1, 0, 105.0000000000000000, 2.0000000000000000, 210.0000000000000000, 2, 210, 'orders', 'sum');
INSERT INTO publish.segment_profile VALUES ('2025-01-31', 'Loyal', 2, 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO publish.segment_profile VALUES ('2025-01-31', 'Potential Loyalist', 3, 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 1, 0, 1, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO publish.segment_profile VALUES ('2025-01-31', 'New Customers', 4, 3, 0.30000000000000000000, 84.50, 0.08927628103539355520, 4.3333333333333333, 1.00000000000000000000, 28.1666666666666667, 2, 1, 15.5, 1, 2, 0, 28.1666666666666667, 1.00000000000000000000, 28.1666666666666667, 1, 15.5, 'orders', 'sum');
INSERT INTO publish.segment_profile VALUES ('2025-01-31', 'Promising', 5, 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 2, 0, 2, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO publish.segment_profile VALUES ('2025-01-31', 'Need Attention', 6, 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO publish.segment_profile VALUES ('2025-01-31', 'About To Sleep', 7, 1, 0.10000000000000000000, 62.00, 0.06550449022715266772, 29.0000000000000000, 1.00000000000000000000, 62.0000000000000000, 29, 1, 62, 0, 1, 0, 62.0000000000000000, 1.00000000000000000000, 62.0000000000000000, 1, 62, 'orders', 'sum');
INSERT INTO publish.segment_profile VALUES ('2025-01-31', 'At Risk', 8, 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO publish.segment_profile VALUES ('2025-01-31', 'Cannot Lose Them', 9, 2, 0.20000000000000000000, 320.00, 0.33808769149498151083, 80.0000000000000000, 1.00000000000000000000, 160.0000000000000000, 80, 1, 160, 1, 1, 0, 160.0000000000000000, 1.00000000000000000000, 160.0000000000000000, 1, 160, 'orders', 'sum');
INSERT INTO publish.segment_profile VALUES ('2025-01-31', 'Hibernating', 10, 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO publish.segment_profile VALUES ('2025-01-31', 'Lost', 11, 1, 0.10000000000000000000, 60.00, 0.06339144215530903328, 322.0000000000000000, 1.00000000000000000000, 60.0000000000000000, 322, 1, 60, 2, 0, 1, 60.0000000000000000, 1.00000000000000000000, 60.0000000000000000, 1, 60, 'orders', 'sum');
INSERT INTO publish.segment_profile VALUES ('2025-01-31', 'Lapsed', 12, 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO publish.segment_profile VALUES ('2025-01-31', 'Prospects', 13, 1, 0.10000000000000000000, 0, 0.00000000000000000000, NULL, 0.00000000000000000000, 0.00000000000000000000, NULL, 0, 0, 1, 0, 0, NULL, 0.00000000000000000000, 0.00000000000000000000, 0, 0, 'orders', 'sum');
INSERT INTO publish.segment_profile VALUES ('2025-01-31', 'Net returners', 14, 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO publish.segments VALUES ('Champions', '2025-01-31', 1, 'Bought lately, often, and spend the most.', 'Reward them; show them what is new first.', 2, 420.00, 'email, post', 'Early access; no discount');
INSERT INTO publish.segments VALUES ('Loyal', '2025-01-31', 2, 'Buy regularly and spend well.', 'Offer the next tier; ask for reviews.', 0, 0, 'email', 'Points or a gift with the next order');
INSERT INTO publish.segments VALUES ('Potential Loyalist', '2025-01-31', 3, 'Recent buyers with some orders behind them.', 'Invite to the loyalty programme; recommend what goes with the last order.', 0, 0, 'email', 'Member price on a matching product');
INSERT INTO publish.segments VALUES ('New Customers', '2025-01-31', 4, 'Bought lately for the first or second time.', 'Welcome them; help with the first purchase.', 3, 84.50, 'email', 'Free delivery on the next order');
INSERT INTO publish.segments VALUES ('Promising', '2025-01-31', 5, 'Recent buyers with a good basket, but few orders.', 'Build the habit with a small offer on the second order.', 0, 0, 'email', 'Small voucher for the next order');
INSERT INTO publish.segments VALUES ('Need Attention', '2025-01-31', 6, 'Above the middle on all three, but cooling.', 'Remind with a limited offer on what they bought before.', 0, 0, 'email, app', 'Limited offer on what they know');
INSERT INTO publish.segments VALUES ('About To Sleep', '2025-01-31', 7, 'Below the middle, not seen for a while.', 'Share popular products; reconnect before they are gone.', 1, 62.00, 'email, social', 'Voucher with a near end date');
INSERT INTO publish.segments VALUES ('At Risk', '2025-01-31', 8, 'Bought often or much, but long ago.', 'Write in person; offer a reason to come back.', 0, 0, 'email, post', 'Good discount on what they used to buy');
INSERT INTO publish.segments VALUES ('Cannot Lose Them', '2025-01-31', 9, 'Spent much, not seen for very long.', 'Call them; win them back with what is new.', 2, 320.00, 'phone, post', 'Personal offer from the shop''s own people');
INSERT INTO publish.segments VALUES ('Hibernating', '2025-01-31', 10, 'Last order long ago, few and small orders.', 'Offer a standard reason to return, at low cost.', 0, 0, 'email', 'Standard voucher, sent once');
INSERT INTO publish.segments VALUES ('Lost', '2025-01-31', 11, 'Lowest on all three.', 'Leave them out of paid campaigns.', 1, 60.00, 'none', 'none');
INSERT INTO publish.segments VALUES ('Lapsed', '2025-01-31', 12, 'Ordered once, but not in the window of the scores.', 'Win them back with what is new, the best segments before first.', 0, 0, 'email, post', 'Voucher for coming back');
INSERT INTO publish.segments VALUES ('Prospects', '2025-01-31', 13, 'Known, but without an order that counts.', 'Invite to a first order.', 1, 0, 'email', 'Voucher for the first order');
INSERT INTO publish.segments VALUES ('Net returners', '2025-01-31', 14, 'Sent back as much as they kept, or more.', 'Look at sizes and product texts; no paid campaigns.', 0, 0, 'none', 'none');
INSERT INTO rfm.cut_points VALUES ('2025-01-30', 'recency', 1, 7, '', NULL, false);
INSERT INTO rfm.cut_points VALUES ('2025-01-30', 'recency', 2, 24.4, '', NULL, false);
INSERT INTO rfm.cut_points VALUES ('2025-01-30', 'recency', 3, 53.8, '', NULL, false);
INSERT INTO rfm.cut_points VALUES ('2025-01-30', 'recency', 4, 133.6, '', NULL, false);
INSERT INTO rfm.cut_points VALUES ('2025-01-30', 'frequency', 1, 1, '', NULL, false);
INSERT INTO rfm.cut_points VALUES ('2025-01-30', 'frequency', 2, 1, '', NULL, false);
INSERT INTO rfm.cut_points VALUES ('2025-01-30', 'frequency', 3, 1, '', NULL, false);
INSERT INTO rfm.cut_points VALUES ('2025-01-30', 'frequency', 4, 1.6, '', NULL, false);
INSERT INTO rfm.cut_points VALUES ('2025-01-30', 'monetary', 1, 60, '', NULL, false);
INSERT INTO rfm.cut_points VALUES ('2025-01-30', 'monetary', 2, 61.6, '', NULL, false);
INSERT INTO rfm.cut_points VALUES ('2025-01-30', 'monetary', 3, 76.4, '', NULL, false);
INSERT INTO rfm.cut_points VALUES ('2025-01-30', 'monetary', 4, 152, '', NULL, false);
INSERT INTO rfm.cut_points VALUES ('2025-01-31', 'recency', 1, 1.6, '', NULL, false);
INSERT INTO rfm.cut_points VALUES ('2025-01-31', 'recency', 2, 7, '', NULL, false);
INSERT INTO rfm.cut_points VALUES ('2025-01-31', 'recency', 3, 25.4, '', NULL, false);
INSERT INTO rfm.cut_points VALUES ('2025-01-31', 'recency', 4, 71.6, '', NULL, false);
INSERT INTO rfm.cut_points VALUES ('2025-01-31', 'frequency', 1, 1, '', NULL, false);
INSERT INTO rfm.cut_points VALUES ('2025-01-31', 'frequency', 2, 1, '', NULL, false);
INSERT INTO rfm.cut_points VALUES ('2025-01-31', 'frequency', 3, 1, '', NULL, false);
INSERT INTO rfm.cut_points VALUES ('2025-01-31', 'frequency', 4, 1.4, '', NULL, false);
INSERT INTO rfm.cut_points VALUES ('2025-01-31', 'monetary', 1, 42.2, '', NULL, false);
INSERT INTO rfm.cut_points VALUES ('2025-01-31', 'monetary', 2, 60.4, '', NULL, false);
INSERT INTO rfm.cut_points VALUES ('2025-01-31', 'monetary', 3, 76.4, '', NULL, false);
INSERT INTO rfm.cut_points VALUES ('2025-01-31', 'monetary', 4, 208, '', NULL, false);
INSERT INTO rfm.fits VALUES ('2025-01-30', 'recency', 'quantile', 5, 'n-is-best', '2025-01-30', 1, '{}');
INSERT INTO rfm.fits VALUES ('2025-01-30', 'frequency', 'quantile', 5, 'n-is-best', '2025-01-30', 1, '{2,3,4}');
INSERT INTO rfm.fits VALUES ('2025-01-30', 'monetary', 'quantile', 5, 'n-is-best', '2025-01-30', 1, '{}');
INSERT INTO rfm.fits VALUES ('2025-01-31', 'recency', 'quantile', 5, 'n-is-best', '2025-01-31', 1, '{}');
INSERT INTO rfm.fits VALUES ('2025-01-31', 'frequency', 'quantile', 5, 'n-is-best', '2025-01-31', 1, '{2,3,4}');
INSERT INTO rfm.fits VALUES ('2025-01-31', 'monetary', 'quantile', 5, 'n-is-best', '2025-01-31', 1, '{}');
INSERT INTO rfm.metrics_live VALUES ('H', '2025-01-30', NULL, 'scored', '2025-01-20', '2025-01-20', 1, 9.00, 1, 9);
INSERT INTO rfm.metrics_live VALUES ('G', '2025-01-30', NULL, 'scored', '2024-10-01', '2024-10-01', 1, 80.00, 1, 80);
INSERT INTO rfm.metrics_live VALUES ('E', '2025-01-30', NULL, 'scored', '2025-01-02', '2025-01-02', 1, 62.00, 1, 62);
INSERT INTO rfm.metrics_live VALUES ('P', '2025-01-30', NULL, 'prospect', NULL, NULL, 0, 0, 0, 0);
INSERT INTO rfm.metrics_live VALUES ('D', '2025-01-30', NULL, 'scored', '2024-12-24', '2024-12-24', 1, 240.00, 1, 240);
INSERT INTO rfm.metrics_live VALUES ('A', '2025-01-30', NULL, 'scored', '2024-06-01', '2025-01-25', 2, 200.00, 2, 200);
INSERT INTO rfm.metrics_live VALUES ('K', '2025-01-31', NULL, 'scored', '2025-01-31', '2025-01-31', 1, 60.00, 1, 60);
INSERT INTO rfm.metrics_live VALUES ('C', '2025-01-31', NULL, 'scored', '2024-09-10', '2025-01-30', 2, 220.00, 2, 220);
INSERT INTO rfm.metrics_live VALUES ('B', '2025-01-31', NULL, 'scored', '2025-01-29', '2025-01-29', 1, 15.50, 1, 15.5);
INSERT INTO rfm.metrics_live VALUES ('erased-9ae5808be1946e25ce2b8eb3', '2025-01-30', NULL, 'scored', '2024-03-15', '2024-03-15', 1, 60.00, 1, 60);
INSERT INTO rfm.metrics_past VALUES ('B', '2025-01-30', '2025-01-31', 'scored', '2024-11-20', '2025-01-29', 2, 75.50, 2, 75.5);
INSERT INTO rfm.metrics_past VALUES ('C', '2025-01-30', '2025-01-31', 'scored', '2024-09-10', '2024-09-10', 1, 60.00, 1, 60);
INSERT INTO rfm.nights VALUES ('2025-01-30', 1, 'orders in P365D, sum', 1, '2024-02-01', 'orders', 'sum');
INSERT INTO rfm.nights VALUES ('2025-01-31', 2, 'orders in P365D, sum', 2, '2024-02-02', 'orders', 'sum');
INSERT INTO segments.cells VALUES ('2025-01-30', 1, 1, 1, 'Lost', 'code 111');
INSERT INTO segments.cells VALUES ('2025-01-30', 1, 1, 2, 'Lost', 'code 112');
INSERT INTO segments.cells VALUES ('2025-01-30', 1, 1, 3, 'Cannot Lose Them', 'code 113');
INSERT INTO segments.cells VALUES ('2025-01-30', 1, 1, 4, 'Cannot Lose Them', 'code 114');
INSERT INTO segments.cells VALUES ('2025-01-30', 1, 1, 5, 'Cannot Lose Them', 'code 115');
INSERT INTO segments.cells VALUES ('2025-01-30', 1, 2, 1, 'Lost', 'code 121');
INSERT INTO segments.cells VALUES ('2025-01-30', 1, 2, 2, 'Hibernating', 'code 122');
INSERT INTO segments.cells VALUES ('2025-01-30', 1, 2, 3, 'Hibernating', 'code 123');
INSERT INTO segments.cells VALUES ('2025-01-30', 1, 2, 4, 'At Risk', 'code 124');
INSERT INTO segments.cells VALUES ('2025-01-30', 1, 2, 5, 'At Risk', 'code 125');
INSERT INTO segments.cells VALUES ('2025-01-30', 1, 3, 1, 'Lost', 'code 131');
INSERT INTO segments.cells VALUES ('2025-01-30', 1, 3, 2, 'Hibernating', 'code 132');
INSERT INTO segments.cells VALUES ('2025-01-30', 1, 3, 3, 'At Risk', 'code 133');
INSERT INTO segments.cells VALUES ('2025-01-30', 1, 3, 4, 'At Risk', 'code 134');
INSERT INTO segments.cells VALUES ('2025-01-30', 1, 3, 5, 'At Risk', 'code 135');
INSERT INTO segments.cells VALUES ('2025-01-30', 1, 4, 1, 'Lost', 'code 141');
INSERT INTO segments.cells VALUES ('2025-01-30', 1, 4, 2, 'At Risk', 'code 142');
INSERT INTO segments.cells VALUES ('2025-01-30', 1, 4, 3, 'At Risk', 'code 143');
INSERT INTO segments.cells VALUES ('2025-01-30', 1, 4, 4, 'Cannot Lose Them', 'code 144');
INSERT INTO segments.cells VALUES ('2025-01-30', 1, 4, 5, 'At Risk', 'code 145');
INSERT INTO segments.cells VALUES ('2025-01-30', 1, 5, 1, 'Lost', 'code 151');
INSERT INTO segments.cells VALUES ('2025-01-30', 1, 5, 2, 'At Risk', 'code 152');
INSERT INTO segments.cells VALUES ('2025-01-30', 1, 5, 3, 'At Risk', 'code 153');
INSERT INTO segments.cells VALUES ('2025-01-30', 1, 5, 4, 'Cannot Lose Them', 'code 154');
INSERT INTO segments.cells VALUES ('2025-01-30', 1, 5, 5, 'Cannot Lose Them', 'code 155');
INSERT INTO segments.cells VALUES ('2025-01-30', 2, 1, 1, 'Hibernating', 'code 211');
INSERT INTO segments.cells VALUES ('2025-01-30', 2, 1, 2, 'Hibernating', 'code 212');
INSERT INTO segments.cells VALUES ('2025-01-30', 2, 1, 3, 'About To Sleep', 'code 213');
INSERT INTO segments.cells VALUES ('2025-01-30', 2, 1, 4, 'Cannot Lose Them', 'code 214');
INSERT INTO segments.cells VALUES ('2025-01-30', 2, 1, 5, 'Cannot Lose Them', 'code 215');
INSERT INTO segments.cells VALUES ('2025-01-30', 2, 2, 1, 'About To Sleep', 'code 221');
INSERT INTO segments.cells VALUES ('2025-01-30', 2, 2, 2, 'Hibernating', 'code 222');
INSERT INTO segments.cells VALUES ('2025-01-30', 2, 2, 3, 'Hibernating', 'code 223');
INSERT INTO segments.cells VALUES ('2025-01-30', 2, 2, 4, 'At Risk', 'code 224');
INSERT INTO segments.cells VALUES ('2025-01-30', 2, 2, 5, 'At Risk', 'code 225');
INSERT INTO segments.cells VALUES ('2025-01-30', 2, 3, 1, 'About To Sleep', 'code 231');
INSERT INTO segments.cells VALUES ('2025-01-30', 2, 3, 2, 'Hibernating', 'code 232');
INSERT INTO segments.cells VALUES ('2025-01-30', 2, 3, 3, 'Hibernating', 'code 233');
INSERT INTO segments.cells VALUES ('2025-01-30', 2, 3, 4, 'At Risk', 'code 234');
INSERT INTO segments.cells VALUES ('2025-01-30', 2, 3, 5, 'At Risk', 'code 235');
INSERT INTO segments.cells VALUES ('2025-01-30', 2, 4, 1, 'About To Sleep', 'code 241');
INSERT INTO segments.cells VALUES ('2025-01-30', 2, 4, 2, 'At Risk', 'code 242');
INSERT INTO segments.cells VALUES ('2025-01-30', 2, 4, 3, 'At Risk', 'code 243');
INSERT INTO segments.cells VALUES ('2025-01-30', 2, 4, 4, 'At Risk', 'code 244');
INSERT INTO segments.cells VALUES ('2025-01-30', 2, 4, 5, 'At Risk', 'code 245');
INSERT INTO segments.cells VALUES ('2025-01-30', 2, 5, 1, 'About To Sleep', 'code 251');
INSERT INTO segments.cells VALUES ('2025-01-30', 2, 5, 2, 'At Risk', 'code 252');
INSERT INTO segments.cells VALUES ('2025-01-30', 2, 5, 3, 'At Risk', 'code 253');
INSERT INTO segments.cells VALUES ('2025-01-30', 2, 5, 4, 'At Risk', 'code 254');
INSERT INTO segments.cells VALUES ('2025-01-30', 2, 5, 5, 'At Risk', 'code 255');
INSERT INTO segments.cells VALUES ('2025-01-30', 3, 1, 1, 'New Customers', 'code 311');
INSERT INTO segments.cells VALUES ('2025-01-30', 3, 1, 2, 'About To Sleep', 'code 312');
INSERT INTO segments.cells VALUES ('2025-01-30', 3, 1, 3, 'Promising', 'code 313');
INSERT INTO segments.cells VALUES ('2025-01-30', 3, 1, 4, 'Promising', 'code 314');
INSERT INTO segments.cells VALUES ('2025-01-30', 3, 1, 5, 'Promising', 'code 315');
INSERT INTO segments.cells VALUES ('2025-01-30', 3, 2, 1, 'About To Sleep', 'code 321');
INSERT INTO segments.cells VALUES ('2025-01-30', 3, 2, 2, 'Hibernating', 'code 322');
INSERT INTO segments.cells VALUES ('2025-01-30', 3, 2, 3, 'Potential Loyalist', 'code 323');
INSERT INTO segments.cells VALUES ('2025-01-30', 3, 2, 4, 'Need Attention', 'code 324');
INSERT INTO segments.cells VALUES ('2025-01-30', 3, 2, 5, 'Need Attention', 'code 325');
INSERT INTO segments.cells VALUES ('2025-01-30', 3, 3, 1, 'About To Sleep', 'code 331');
INSERT INTO segments.cells VALUES ('2025-01-30', 3, 3, 2, 'Hibernating', 'code 332');
INSERT INTO segments.cells VALUES ('2025-01-30', 3, 3, 3, 'Potential Loyalist', 'code 333');
INSERT INTO segments.cells VALUES ('2025-01-30', 3, 3, 4, 'Need Attention', 'code 334');
INSERT INTO segments.cells VALUES ('2025-01-30', 3, 3, 5, 'Loyal', 'code 335');
INSERT INTO segments.cells VALUES ('2025-01-30', 3, 4, 1, 'Potential Loyalist', 'code 341');
INSERT INTO segments.cells VALUES ('2025-01-30', 3, 4, 2, 'Potential Loyalist', 'code 342');
INSERT INTO segments.cells VALUES ('2025-01-30', 3, 4, 3, 'Need Attention', 'code 343');
INSERT INTO segments.cells VALUES ('2025-01-30', 3, 4, 4, 'Loyal', 'code 344');
INSERT INTO segments.cells VALUES ('2025-01-30', 3, 4, 5, 'Loyal', 'code 345');
INSERT INTO segments.cells VALUES ('2025-01-30', 3, 5, 1, 'Potential Loyalist', 'code 351');
INSERT INTO segments.cells VALUES ('2025-01-30', 3, 5, 2, 'Potential Loyalist', 'code 352');
INSERT INTO segments.cells VALUES ('2025-01-30', 3, 5, 3, 'Potential Loyalist', 'code 353');
INSERT INTO segments.cells VALUES ('2025-01-30', 3, 5, 4, 'Loyal', 'code 354');
INSERT INTO segments.cells VALUES ('2025-01-30', 3, 5, 5, 'Loyal', 'code 355');
INSERT INTO segments.cells VALUES ('2025-01-30', 4, 1, 1, 'New Customers', 'code 411');
INSERT INTO segments.cells VALUES ('2025-01-30', 4, 1, 2, 'New Customers', 'code 412');
INSERT INTO segments.cells VALUES ('2025-01-30', 4, 1, 3, 'Promising', 'code 413');
INSERT INTO segments.cells VALUES ('2025-01-30', 4, 1, 4, 'Promising', 'code 414');
INSERT INTO segments.cells VALUES ('2025-01-30', 4, 1, 5, 'Promising', 'code 415');
INSERT INTO segments.cells VALUES ('2025-01-30', 4, 2, 1, 'New Customers', 'code 421');
INSERT INTO segments.cells VALUES ('2025-01-30', 4, 2, 2, 'New Customers', 'code 422');
INSERT INTO segments.cells VALUES ('2025-01-30', 4, 2, 3, 'Potential Loyalist', 'code 423');
INSERT INTO segments.cells VALUES ('2025-01-30', 4, 2, 4, 'Promising', 'code 424');
INSERT INTO segments.cells VALUES ('2025-01-30', 4, 2, 5, 'Promising', 'code 425');
INSERT INTO segments.cells VALUES ('2025-01-30', 4, 3, 1, 'Potential Loyalist', 'code 431');
INSERT INTO segments.cells VALUES ('2025-01-30', 4, 3, 2, 'Potential Loyalist', 'code 432');
INSERT INTO segments.cells VALUES ('2025-01-30', 4, 3, 3, 'Potential Loyalist', 'code 433');
INSERT INTO segments.cells VALUES ('2025-01-30', 4, 3, 4, 'Need Attention', 'code 434');
INSERT INTO segments.cells VALUES ('2025-01-30', 4, 3, 5, 'Loyal', 'code 435');
INSERT INTO segments.cells VALUES ('2025-01-30', 4, 4, 1, 'Potential Loyalist', 'code 441');
INSERT INTO segments.cells VALUES ('2025-01-30', 4, 4, 2, 'Potential Loyalist', 'code 442');
INSERT INTO segments.cells VALUES ('2025-01-30', 4, 4, 3, 'Need Attention', 'code 443');
INSERT INTO segments.cells VALUES ('2025-01-30', 4, 4, 4, 'Loyal', 'code 444');
INSERT INTO segments.cells VALUES ('2025-01-30', 4, 4, 5, 'Champions', 'code 445');
INSERT INTO segments.cells VALUES ('2025-01-30', 4, 5, 1, 'Potential Loyalist', 'code 451');
INSERT INTO segments.cells VALUES ('2025-01-30', 4, 5, 2, 'Potential Loyalist', 'code 452');
INSERT INTO segments.cells VALUES ('2025-01-30', 4, 5, 3, 'Potential Loyalist', 'code 453');
INSERT INTO segments.cells VALUES ('2025-01-30', 4, 5, 4, 'Champions', 'code 454');
INSERT INTO segments.cells VALUES ('2025-01-30', 4, 5, 5, 'Champions', 'code 455');
INSERT INTO segments.cells VALUES ('2025-01-30', 5, 1, 1, 'New Customers', 'code 511');
INSERT INTO segments.cells VALUES ('2025-01-30', 5, 1, 2, 'New Customers', 'code 512');
INSERT INTO segments.cells VALUES ('2025-01-30', 5, 1, 3, 'Promising', 'code 513');
INSERT INTO segments.cells VALUES ('2025-01-30', 5, 1, 4, 'Promising', 'code 514');
INSERT INTO segments.cells VALUES ('2025-01-30', 5, 1, 5, 'Promising', 'code 515');
INSERT INTO segments.cells VALUES ('2025-01-30', 5, 2, 1, 'Promising', 'code 521');
INSERT INTO segments.cells VALUES ('2025-01-30', 5, 2, 2, 'Promising', 'code 522');
INSERT INTO segments.cells VALUES ('2025-01-30', 5, 2, 3, 'Promising', 'code 523');
INSERT INTO segments.cells VALUES ('2025-01-30', 5, 2, 4, 'Promising', 'code 524');
INSERT INTO segments.cells VALUES ('2025-01-30', 5, 2, 5, 'Promising', 'code 525');
INSERT INTO segments.cells VALUES ('2025-01-30', 5, 3, 1, 'Potential Loyalist', 'code 531');
INSERT INTO segments.cells VALUES ('2025-01-30', 5, 3, 2, 'Potential Loyalist', 'code 532');
INSERT INTO segments.cells VALUES ('2025-01-30', 5, 3, 3, 'Potential Loyalist', 'code 533');
INSERT INTO segments.cells VALUES ('2025-01-30', 5, 3, 4, 'Need Attention', 'code 534');
INSERT INTO segments.cells VALUES ('2025-01-30', 5, 3, 5, 'Need Attention', 'code 535');
INSERT INTO segments.cells VALUES ('2025-01-30', 5, 4, 1, 'Potential Loyalist', 'code 541');
INSERT INTO segments.cells VALUES ('2025-01-30', 5, 4, 2, 'Potential Loyalist', 'code 542');
INSERT INTO segments.cells VALUES ('2025-01-30', 5, 4, 3, 'Loyal', 'code 543');
INSERT INTO segments.cells VALUES ('2025-01-30', 5, 4, 4, 'Champions', 'code 544');
INSERT INTO segments.cells VALUES ('2025-01-30', 5, 4, 5, 'Champions', 'code 545');
INSERT INTO segments.cells VALUES ('2025-01-30', 5, 5, 1, 'Potential Loyalist', 'code 551');
INSERT INTO segments.cells VALUES ('2025-01-30', 5, 5, 2, 'Potential Loyalist', 'code 552');
INSERT INTO segments.cells VALUES ('2025-01-30', 5, 5, 3, 'Potential Loyalist', 'code 553');
INSERT INTO segments.cells VALUES ('2025-01-30', 5, 5, 4, 'Champions', 'code 554');
INSERT INTO segments.cells VALUES ('2025-01-30', 5, 5, 5, 'Champions', 'code 555');
INSERT INTO segments.cells VALUES ('2025-01-31', 1, 1, 1, 'Lost', 'code 111');
INSERT INTO segments.cells VALUES ('2025-01-31', 1, 1, 2, 'Lost', 'code 112');
INSERT INTO segments.cells VALUES ('2025-01-31', 1, 1, 3, 'Cannot Lose Them', 'code 113');
INSERT INTO segments.cells VALUES ('2025-01-31', 1, 1, 4, 'Cannot Lose Them', 'code 114');
INSERT INTO segments.cells VALUES ('2025-01-31', 1, 1, 5, 'Cannot Lose Them', 'code 115');
INSERT INTO segments.cells VALUES ('2025-01-31', 1, 2, 1, 'Lost', 'code 121');
INSERT INTO segments.cells VALUES ('2025-01-31', 1, 2, 2, 'Hibernating', 'code 122');
INSERT INTO segments.cells VALUES ('2025-01-31', 1, 2, 3, 'Hibernating', 'code 123');
INSERT INTO segments.cells VALUES ('2025-01-31', 1, 2, 4, 'At Risk', 'code 124');
INSERT INTO segments.cells VALUES ('2025-01-31', 1, 2, 5, 'At Risk', 'code 125');
INSERT INTO segments.cells VALUES ('2025-01-31', 1, 3, 1, 'Lost', 'code 131');
INSERT INTO segments.cells VALUES ('2025-01-31', 1, 3, 2, 'Hibernating', 'code 132');
INSERT INTO segments.cells VALUES ('2025-01-31', 1, 3, 3, 'At Risk', 'code 133');
INSERT INTO segments.cells VALUES ('2025-01-31', 1, 3, 4, 'At Risk', 'code 134');
INSERT INTO segments.cells VALUES ('2025-01-31', 1, 3, 5, 'At Risk', 'code 135');
INSERT INTO segments.cells VALUES ('2025-01-31', 1, 4, 1, 'Lost', 'code 141');
INSERT INTO segments.cells VALUES ('2025-01-31', 1, 4, 2, 'At Risk', 'code 142');
INSERT INTO segments.cells VALUES ('2025-01-31', 1, 4, 3, 'At Risk', 'code 143');
INSERT INTO segments.cells VALUES ('2025-01-31', 1, 4, 4, 'Cannot Lose Them', 'code 144');
INSERT INTO segments.cells VALUES ('2025-01-31', 1, 4, 5, 'At Risk', 'code 145');
INSERT INTO segments.cells VALUES ('2025-01-31', 1, 5, 1, 'Lost', 'code 151');
INSERT INTO segments.cells VALUES ('2025-01-31', 1, 5, 2, 'At Risk', 'code 152');
INSERT INTO segments.cells VALUES ('2025-01-31', 1, 5, 3, 'At Risk', 'code 153');
INSERT INTO segments.cells VALUES ('2025-01-31', 1, 5, 4, 'Cannot Lose Them', 'code 154');
INSERT INTO segments.cells VALUES ('2025-01-31', 1, 5, 5, 'Cannot Lose Them', 'code 155');
INSERT INTO segments.cells VALUES ('2025-01-31', 2, 1, 1, 'Hibernating', 'code 211');
INSERT INTO segments.cells VALUES ('2025-01-31', 2, 1, 2, 'Hibernating', 'code 212');
INSERT INTO segments.cells VALUES ('2025-01-31', 2, 1, 3, 'About To Sleep', 'code 213');
INSERT INTO segments.cells VALUES ('2025-01-31', 2, 1, 4, 'Cannot Lose Them', 'code 214');
INSERT INTO segments.cells VALUES ('2025-01-31', 2, 1, 5, 'Cannot Lose Them', 'code 215');
INSERT INTO segments.cells VALUES ('2025-01-31', 2, 2, 1, 'About To Sleep', 'code 221');
INSERT INTO segments.cells VALUES ('2025-01-31', 2, 2, 2, 'Hibernating', 'code 222');
INSERT INTO segments.cells VALUES ('2025-01-31', 2, 2, 3, 'Hibernating', 'code 223');
INSERT INTO segments.cells VALUES ('2025-01-31', 2, 2, 4, 'At Risk', 'code 224');
INSERT INTO segments.cells VALUES ('2025-01-31', 2, 2, 5, 'At Risk', 'code 225');
INSERT INTO segments.cells VALUES ('2025-01-31', 2, 3, 1, 'About To Sleep', 'code 231');
INSERT INTO segments.cells VALUES ('2025-01-31', 2, 3, 2, 'Hibernating', 'code 232');
INSERT INTO segments.cells VALUES ('2025-01-31', 2, 3, 3, 'Hibernating', 'code 233');
INSERT INTO segments.cells VALUES ('2025-01-31', 2, 3, 4, 'At Risk', 'code 234');
INSERT INTO segments.cells VALUES ('2025-01-31', 2, 3, 5, 'At Risk', 'code 235');
INSERT INTO segments.cells VALUES ('2025-01-31', 2, 4, 1, 'About To Sleep', 'code 241');
INSERT INTO segments.cells VALUES ('2025-01-31', 2, 4, 2, 'At Risk', 'code 242');
INSERT INTO segments.cells VALUES ('2025-01-31', 2, 4, 3, 'At Risk', 'code 243');
INSERT INTO segments.cells VALUES ('2025-01-31', 2, 4, 4, 'At Risk', 'code 244');
INSERT INTO segments.cells VALUES ('2025-01-31', 2, 4, 5, 'At Risk', 'code 245');
INSERT INTO segments.cells VALUES ('2025-01-31', 2, 5, 1, 'About To Sleep', 'code 251');
INSERT INTO segments.cells VALUES ('2025-01-31', 2, 5, 2, 'At Risk', 'code 252');
INSERT INTO segments.cells VALUES ('2025-01-31', 2, 5, 3, 'At Risk', 'code 253');
INSERT INTO segments.cells VALUES ('2025-01-31', 2, 5, 4, 'At Risk', 'code 254');
INSERT INTO segments.cells VALUES ('2025-01-31', 2, 5, 5, 'At Risk', 'code 255');
INSERT INTO segments.cells VALUES ('2025-01-31', 3, 1, 1, 'New Customers', 'code 311');
INSERT INTO segments.cells VALUES ('2025-01-31', 3, 1, 2, 'About To Sleep', 'code 312');
INSERT INTO segments.cells VALUES ('2025-01-31', 3, 1, 3, 'Promising', 'code 313');
INSERT INTO segments.cells VALUES ('2025-01-31', 3, 1, 4, 'Promising', 'code 314');
INSERT INTO segments.cells VALUES ('2025-01-31', 3, 1, 5, 'Promising', 'code 315');
INSERT INTO segments.cells VALUES ('2025-01-31', 3, 2, 1, 'About To Sleep', 'code 321');
INSERT INTO segments.cells VALUES ('2025-01-31', 3, 2, 2, 'Hibernating', 'code 322');
INSERT INTO segments.cells VALUES ('2025-01-31', 3, 2, 3, 'Potential Loyalist', 'code 323');
INSERT INTO segments.cells VALUES ('2025-01-31', 3, 2, 4, 'Need Attention', 'code 324');
INSERT INTO segments.cells VALUES ('2025-01-31', 3, 2, 5, 'Need Attention', 'code 325');
INSERT INTO segments.cells VALUES ('2025-01-31', 3, 3, 1, 'About To Sleep', 'code 331');
INSERT INTO segments.cells VALUES ('2025-01-31', 3, 3, 2, 'Hibernating', 'code 332');
INSERT INTO segments.cells VALUES ('2025-01-31', 3, 3, 3, 'Potential Loyalist', 'code 333');
INSERT INTO segments.cells VALUES ('2025-01-31', 3, 3, 4, 'Need Attention', 'code 334');
INSERT INTO segments.cells VALUES ('2025-01-31', 3, 3, 5, 'Loyal', 'code 335');
INSERT INTO segments.cells VALUES ('2025-01-31', 3, 4, 1, 'Potential Loyalist', 'code 341');
INSERT INTO segments.cells VALUES ('2025-01-31', 3, 4, 2, 'Potential Loyalist', 'code 342');
INSERT INTO segments.cells VALUES ('2025-01-31', 3, 4, 3, 'Need Attention', 'code 343');
INSERT INTO segments.cells VALUES ('2025-01-31', 3, 4, 4, 'Loyal', 'code 344');
INSERT INTO segments.cells VALUES ('2025-01-31', 3, 4, 5, 'Loyal', 'code 345');
INSERT INTO segments.cells VALUES ('2025-01-31', 3, 5, 1, 'Potential Loyalist', 'code 351');
INSERT INTO segments.cells VALUES ('2025-01-31', 3, 5, 2, 'Potential Loyalist', 'code 352');
INSERT INTO segments.cells VALUES ('2025-01-31', 3, 5, 3, 'Potential Loyalist', 'code 353');
INSERT INTO segments.cells VALUES ('2025-01-31', 3, 5, 4, 'Loyal', 'code 354');
INSERT INTO segments.cells VALUES ('2025-01-31', 3, 5, 5, 'Loyal', 'code 355');
INSERT INTO segments.cells VALUES ('2025-01-31', 4, 1, 1, 'New Customers', 'code 411');
INSERT INTO segments.cells VALUES ('2025-01-31', 4, 1, 2, 'New Customers', 'code 412');
INSERT INTO segments.cells VALUES ('2025-01-31', 4, 1, 3, 'Promising', 'code 413');
INSERT INTO segments.cells VALUES ('2025-01-31', 4, 1, 4, 'Promising', 'code 414');
INSERT INTO segments.cells VALUES ('2025-01-31', 4, 1, 5, 'Promising', 'code 415');
INSERT INTO segments.cells VALUES ('2025-01-31', 4, 2, 1, 'New Customers', 'code 421');
INSERT INTO segments.cells VALUES ('2025-01-31', 4, 2, 2, 'New Customers', 'code 422');
INSERT INTO segments.cells VALUES ('2025-01-31', 4, 2, 3, 'Potential Loyalist', 'code 423');
INSERT INTO segments.cells VALUES ('2025-01-31', 4, 2, 4, 'Promising', 'code 424');
INSERT INTO segments.cells VALUES ('2025-01-31', 4, 2, 5, 'Promising', 'code 425');
INSERT INTO segments.cells VALUES ('2025-01-31', 4, 3, 1, 'Potential Loyalist', 'code 431');
INSERT INTO segments.cells VALUES ('2025-01-31', 4, 3, 2, 'Potential Loyalist', 'code 432');
INSERT INTO segments.cells VALUES ('2025-01-31', 4, 3, 3, 'Potential Loyalist', 'code 433');
INSERT INTO segments.cells VALUES ('2025-01-31', 4, 3, 4, 'Need Attention', 'code 434');
INSERT INTO segments.cells VALUES ('2025-01-31', 4, 3, 5, 'Loyal', 'code 435');
INSERT INTO segments.cells VALUES ('2025-01-31', 4, 4, 1, 'Potential Loyalist', 'code 441');
INSERT INTO segments.cells VALUES ('2025-01-31', 4, 4, 2, 'Potential Loyalist', 'code 442');
INSERT INTO segments.cells VALUES ('2025-01-31', 4, 4, 3, 'Need Attention', 'code 443');
INSERT INTO segments.cells VALUES ('2025-01-31', 4, 4, 4, 'Loyal', 'code 444');
INSERT INTO segments.cells VALUES ('2025-01-31', 4, 4, 5, 'Champions', 'code 445');
INSERT INTO segments.cells VALUES ('2025-01-31', 4, 5, 1, 'Potential Loyalist', 'code 451');
INSERT INTO segments.cells VALUES ('2025-01-31', 4, 5, 2, 'Potential Loyalist', 'code 452');
INSERT INTO segments.cells VALUES ('2025-01-31', 4, 5, 3, 'Potential Loyalist', 'code 453');
INSERT INTO segments.cells VALUES ('2025-01-31', 4, 5, 4, 'Champions', 'code 454');
INSERT INTO segments.cells VALUES ('2025-01-31', 4, 5, 5, 'Champions', 'code 455');
INSERT INTO segments.cells VALUES ('2025-01-31', 5, 1, 1, 'New Customers', 'code 511');
INSERT INTO segments.cells VALUES ('2025-01-31', 5, 1, 2, 'New Customers', 'code 512');
INSERT INTO segments.cells VALUES ('2025-01-31', 5, 1, 3, 'Promising', 'code 513');
INSERT INTO segments.cells VALUES ('2025-01-31', 5, 1, 4, 'Promising', 'code 514');
INSERT INTO segments.cells VALUES ('2025-01-31', 5, 1, 5, 'Promising', 'code 515');
INSERT INTO segments.cells VALUES ('2025-01-31', 5, 2, 1, 'Promising', 'code 521');
INSERT INTO segments.cells VALUES ('2025-01-31', 5, 2, 2, 'Promising', 'code 522');
INSERT INTO segments.cells VALUES ('2025-01-31', 5, 2, 3, 'Promising', 'code 523');
INSERT INTO segments.cells VALUES ('2025-01-31', 5, 2, 4, 'Promising', 'code 524');
INSERT INTO segments.cells VALUES ('2025-01-31', 5, 2, 5, 'Promising', 'code 525');
INSERT INTO segments.cells VALUES ('2025-01-31', 5, 3, 1, 'Potential Loyalist', 'code 531');
INSERT INTO segments.cells VALUES ('2025-01-31', 5, 3, 2, 'Potential Loyalist', 'code 532');
INSERT INTO segments.cells VALUES ('2025-01-31', 5, 3, 3, 'Potential Loyalist', 'code 533');
INSERT INTO segments.cells VALUES ('2025-01-31', 5, 3, 4, 'Need Attention', 'code 534');
INSERT INTO segments.cells VALUES ('2025-01-31', 5, 3, 5, 'Need Attention', 'code 535');
INSERT INTO segments.cells VALUES ('2025-01-31', 5, 4, 1, 'Potential Loyalist', 'code 541');
INSERT INTO segments.cells VALUES ('2025-01-31', 5, 4, 2, 'Potential Loyalist', 'code 542');
INSERT INTO segments.cells VALUES ('2025-01-31', 5, 4, 3, 'Loyal', 'code 543');
INSERT INTO segments.cells VALUES ('2025-01-31', 5, 4, 4, 'Champions', 'code 544');
INSERT INTO segments.cells VALUES ('2025-01-31', 5, 4, 5, 'Champions', 'code 545');
INSERT INTO segments.cells VALUES ('2025-01-31', 5, 5, 1, 'Potential Loyalist', 'code 551');
INSERT INTO segments.cells VALUES ('2025-01-31', 5, 5, 2, 'Potential Loyalist', 'code 552');
INSERT INTO segments.cells VALUES ('2025-01-31', 5, 5, 3, 'Potential Loyalist', 'code 553');
INSERT INTO segments.cells VALUES ('2025-01-31', 5, 5, 4, 'Champions', 'code 554');
INSERT INTO segments.cells VALUES ('2025-01-31', 5, 5, 5, 'Champions', 'code 555');
INSERT INTO segments.memberships_live VALUES ('P', '2025-01-30', NULL, 'Prospects', NULL, NULL, NULL, NULL, '2025-01-30', 'new', NULL, NULL);
INSERT INTO segments.memberships_live VALUES ('K', '2025-01-31', NULL, 'New Customers', 5, 1, 2, NULL, '2025-01-31', 'new', NULL, NULL);
INSERT INTO segments.memberships_live VALUES ('E', '2025-01-31', NULL, 'About To Sleep', 2, 1, 3, 'Promising', '2025-01-31', 'cut-points', NULL, NULL);
INSERT INTO segments.memberships_live VALUES ('B', '2025-01-31', NULL, 'New Customers', 4, 1, 1, 'Potential Loyalist', '2025-01-31', 'orders', NULL, NULL);
INSERT INTO segments.memberships_live VALUES ('C', '2025-01-31', NULL, 'Champions', 5, 5, 5, 'Lost', '2025-01-31', 'orders', NULL, NULL);
INSERT INTO segments.memberships_live VALUES ('H', '2025-01-31', NULL, 'New Customers', 3, 1, 1, NULL, '2025-01-30', 'new', NULL, NULL);
INSERT INTO segments.memberships_live VALUES ('G', '2025-01-31', NULL, 'Cannot Lose Them', 1, 1, 4, NULL, '2025-01-30', 'new', NULL, NULL);
INSERT INTO segments.memberships_live VALUES ('A', '2025-01-31', NULL, 'Champions', 4, 5, 4, NULL, '2025-01-30', 'new', NULL, NULL);
INSERT INTO segments.memberships_live VALUES ('D', '2025-01-31', NULL, 'Cannot Lose Them', 2, 1, 5, 'Promising', '2025-01-31', 'cut-points', NULL, NULL);
INSERT INTO segments.memberships_live VALUES ('erased-9ae5808be1946e25ce2b8eb3', '2025-01-31', NULL, 'Lost', 1, 1, 2, NULL, '2025-01-30', 'new', NULL, NULL);
INSERT INTO segments.memberships_past VALUES ('H', '2025-01-30', '2025-01-31', 'New Customers', 4, 1, 1, NULL, '2025-01-30', 'new', NULL, NULL);
INSERT INTO segments.memberships_past VALUES ('B', '2025-01-30', '2025-01-31', 'Potential Loyalist', 5, 5, 3, NULL, '2025-01-30', 'new', NULL, NULL);
INSERT INTO segments.memberships_past VALUES ('G', '2025-01-30', '2025-01-31', 'Cannot Lose Them', 2, 1, 4, NULL, '2025-01-30', 'new', NULL, NULL);
INSERT INTO segments.memberships_past VALUES ('A', '2025-01-30', '2025-01-31', 'Champions', 5, 5, 5, NULL, '2025-01-30', 'new', NULL, NULL);
INSERT INTO segments.memberships_past VALUES ('D', '2025-01-30', '2025-01-31', 'Promising', 3, 1, 5, NULL, '2025-01-30', 'new', NULL, NULL);
INSERT INTO segments.memberships_past VALUES ('E', '2025-01-30', '2025-01-31', 'Promising', 3, 1, 3, NULL, '2025-01-30', 'new', NULL, NULL);
INSERT INTO segments.memberships_past VALUES ('C', '2025-01-30', '2025-01-31', 'Lost', 1, 1, 1, NULL, '2025-01-30', 'new', NULL, NULL);
INSERT INTO segments.memberships_past VALUES ('erased-9ae5808be1946e25ce2b8eb3', '2025-01-30', '2025-01-31', 'Lost', 1, 1, 1, NULL, '2025-01-30', 'new', NULL, NULL);
INSERT INTO segments.moves VALUES ('2025-01-30', NULL, 'Potential Loyalist', 1, 75.50, 'new', 'entered');
INSERT INTO segments.moves VALUES ('2025-01-30', NULL, 'Lost', 2, 120.00, 'new', 'entered');
INSERT INTO segments.moves VALUES ('2025-01-30', NULL, 'New Customers', 1, 9.00, 'new', 'entered');
INSERT INTO segments.moves VALUES ('2025-01-30', NULL, 'Champions', 1, 200.00, 'new', 'entered');
INSERT INTO segments.moves VALUES ('2025-01-30', NULL, 'Cannot Lose Them', 1, 80.00, 'new', 'entered');
INSERT INTO segments.moves VALUES ('2025-01-30', NULL, 'Promising', 2, 302.00, 'new', 'entered');
INSERT INTO segments.moves VALUES ('2025-01-30', NULL, 'Prospects', 1, 0, 'new', 'entered');
INSERT INTO segments.moves VALUES ('2025-01-31', 'Champions', 'Champions', 1, 200.00, NULL, 'stayed');
INSERT INTO segments.moves VALUES ('2025-01-31', 'Potential Loyalist', 'New Customers', 1, 15.50, 'orders', 'downgrade');
INSERT INTO segments.moves VALUES ('2025-01-31', 'New Customers', 'New Customers', 1, 9.00, NULL, 'stayed');
INSERT INTO segments.moves VALUES ('2025-01-31', 'Promising', 'About To Sleep', 1, 62.00, 'cut-points', 'downgrade');
INSERT INTO segments.moves VALUES ('2025-01-31', 'Promising', 'Cannot Lose Them', 1, 240.00, 'cut-points', 'downgrade');
INSERT INTO segments.moves VALUES ('2025-01-31', 'Cannot Lose Them', 'Cannot Lose Them', 1, 80.00, NULL, 'stayed');
INSERT INTO segments.moves VALUES ('2025-01-31', 'Lost', 'Champions', 1, 220.00, 'orders', 'upgrade');
INSERT INTO segments.moves VALUES ('2025-01-31', 'Lost', 'Lost', 1, 60.00, NULL, 'stayed');
INSERT INTO segments.moves VALUES ('2025-01-31', 'Prospects', 'Prospects', 1, 0, NULL, 'stayed');
INSERT INTO segments.moves VALUES ('2025-01-31', NULL, 'New Customers', 1, 60.00, 'new', 'entered');
INSERT INTO segments.nights VALUES ('2025-01-30', 'rfm-125', 'scores 1-5, n-is-best
Champions: code 555; code 554; code 544; code 545; code 454; code 455; code 445
Loyal: code 543; code 444; code 435; code 355; code 354; code 345; code 344; code 335
Potential Loyalist: code 553; code 551; code 552; code 541; code 542; code 533; code 532; code 531; code 452; code 451; code 442; code 441; code 431; code 453; code 433; code 432; code 423; code 353; code 352; code 351; code 342; code 341; code 333; code 323
New Customers: code 512; code 511; code 422; code 421; code 412; code 411; code 311
Promising: code 525; code 524; code 523; code 522; code 521; code 515; code 514; code 513; code 425; code 424; code 413; code 414; code 415; code 315; code 314; code 313
Need Attention: code 535; code 534; code 443; code 434; code 343; code 334; code 325; code 324
About To Sleep: code 331; code 321; code 312; code 221; code 213; code 231; code 241; code 251
At Risk: code 255; code 254; code 245; code 244; code 253; code 252; code 243; code 242; code 235; code 234; code 225; code 224; code 153; code 152; code 145; code 143; code 142; code 135; code 134; code 133; code 125; code 124
Cannot Lose Them: code 155; code 154; code 144; code 214; code 215; code 115; code 114; code 113
Hibernating: code 332; code 322; code 233; code 232; code 223; code 222; code 132; code 123; code 122; code 212; code 211
Lost: code 111; code 112; code 121; code 131; code 141; code 151
order: Champions > Loyal > Potential Loyalist > New Customers > Promising > Need Attention > About To Sleep > At Risk > Cannot Lose Them > Hibernating > Lost > Lapsed > Prospects > Net returners
metrics: orders in P365D, sum
frequency: quantile, 5 bins, n-is-best
monetary: quantile, 5 bins, n-is-best
recency: quantile, 5 bins, n-is-best', 1);
INSERT INTO segments.nights VALUES ('2025-01-31', 'rfm-125', 'scores 1-5, n-is-best
Champions: code 555; code 554; code 544; code 545; code 454; code 455; code 445
Loyal: code 543; code 444; code 435; code 355; code 354; code 345; code 344; code 335
Potential Loyalist: code 553; code 551; code 552; code 541; code 542; code 533; code 532; code 531; code 452; code 451; code 442; code 441; code 431; code 453; code 433; code 432; code 423; code 353; code 352; code 351; code 342; code 341; code 333; code 323
New Customers: code 512; code 511; code 422; code 421; code 412; code 411; code 311
Promising: code 525; code 524; code 523; code 522; code 521; code 515; code 514; code 513; code 425; code 424; code 413; code 414; code 415; code 315; code 314; code 313
Need Attention: code 535; code 534; code 443; code 434; code 343; code 334; code 325; code 324
About To Sleep: code 331; code 321; code 312; code 221; code 213; code 231; code 241; code 251
At Risk: code 255; code 254; code 245; code 244; code 253; code 252; code 243; code 242; code 235; code 234; code 225; code 224; code 153; code 152; code 145; code 143; code 142; code 135; code 134; code 133; code 125; code 124
Cannot Lose Them: code 155; code 154; code 144; code 214; code 215; code 115; code 114; code 113
Hibernating: code 332; code 322; code 233; code 232; code 223; code 222; code 132; code 123; code 122; code 212; code 211
Lost: code 111; code 112; code 121; code 131; code 141; code 151
order: Champions > Loyal > Potential Loyalist > New Customers > Promising > Need Attention > About To Sleep > At Risk > Cannot Lose Them > Hibernating > Lost > Lapsed > Prospects > Net returners
metrics: orders in P365D, sum
frequency: quantile, 5 bins, n-is-best
monetary: quantile, 5 bins, n-is-best
recency: quantile, 5 bins, n-is-best', 2);
INSERT INTO segments.profile_attributes VALUES ('2025-01-30', 'Champions', 'country', 'GB', 1, 1.00000000000000000000, 180.00000000000000000000);
INSERT INTO segments.profile_attributes VALUES ('2025-01-30', 'Lost', 'country', 'FR', 1, 0.50000000000000000000, 225.00000000000000000000);
INSERT INTO segments.profile_attributes VALUES ('2025-01-30', 'Lost', 'country', 'GB', 1, 0.50000000000000000000, 90.00000000000000000000);
INSERT INTO segments.profile_attributes VALUES ('2025-01-30', 'Potential Loyalist', 'country', 'GB', 1, 1.00000000000000000000, 180.00000000000000000000);
INSERT INTO segments.profile_attributes VALUES ('2025-01-30', 'Promising', 'country', 'FR', 1, 0.50000000000000000000, 225.00000000000000000000);
INSERT INTO segments.profile_attributes VALUES ('2025-01-30', 'Promising', 'country', 'GB', 1, 0.50000000000000000000, 90.00000000000000000000);
INSERT INTO segments.profile_attributes VALUES ('2025-01-30', 'Prospects', 'country', 'GB', 1, 1.00000000000000000000, 180.00000000000000000000);
INSERT INTO segments.profile_attributes VALUES ('2025-01-31', 'About To Sleep', 'country', 'GB', 1, 1.00000000000000000000, 200.00000000000000000000);
INSERT INTO segments.profile_attributes VALUES ('2025-01-31', 'Cannot Lose Them', 'country', 'FR', 1, 0.50000000000000000000, 250.00000000000000000000);
INSERT INTO segments.profile_attributes VALUES ('2025-01-31', 'Champions', 'country', 'FR', 1, 0.50000000000000000000, 250.00000000000000000000);
INSERT INTO segments.profile_attributes VALUES ('2025-01-31', 'Champions', 'country', 'GB', 1, 0.50000000000000000000, 100.00000000000000000000);
INSERT INTO segments.profile_attributes VALUES ('2025-01-31', 'Lost', 'country', 'GB', 1, 1.00000000000000000000, 200.00000000000000000000);
INSERT INTO segments.profile_attributes VALUES ('2025-01-31', 'New Customers', 'country', 'GB', 1, 0.33333333333333333333, 66.66666666666666666600);
INSERT INTO segments.profile_attributes VALUES ('2025-01-31', 'Prospects', 'country', 'GB', 1, 1.00000000000000000000, 200.00000000000000000000);
INSERT INTO segments.profiles VALUES ('2025-01-30', 'Champions', 1, 0.11111111111111111111, 200.00, 0.25429116338207247298, 5.0000000000000000, 2.0000000000000000, 200.0000000000000000, 5, 2, 200, 0, 1, 0, 100.0000000000000000, 2.0000000000000000, 200.0000000000000000, 2, 200, 'orders', 'sum');
INSERT INTO segments.profiles VALUES ('2025-01-30', 'Loyal', 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO segments.profiles VALUES ('2025-01-30', 'Potential Loyalist', 1, 0.11111111111111111111, 75.50, 0.09599491417673235855, 1.00000000000000000000, 2.0000000000000000, 75.5000000000000000, 1, 2, 75.5, 0, 1, 0, 37.7500000000000000, 2.0000000000000000, 75.5000000000000000, 2, 75.5, 'orders', 'sum');
INSERT INTO segments.profiles VALUES ('2025-01-30', 'New Customers', 1, 0.11111111111111111111, 9.00, 0.01144310235219326128, 10.0000000000000000, 1.00000000000000000000, 9.0000000000000000, 10, 1, 9, 0, 1, 0, 9.0000000000000000, 1.00000000000000000000, 9.0000000000000000, 1, 9, 'orders', 'sum');
INSERT INTO segments.profiles VALUES ('2025-01-30', 'Promising', 2, 0.22222222222222222222, 302.00, 0.38397965670692943420, 32.5000000000000000, 1.00000000000000000000, 151.0000000000000000, 32.5, 1, 151, 0, 2, 0, 151.0000000000000000, 1.00000000000000000000, 151.0000000000000000, 1, 151, 'orders', 'sum');
INSERT INTO segments.profiles VALUES ('2025-01-30', 'Need Attention', 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO segments.profiles VALUES ('2025-01-30', 'About To Sleep', 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO segments.profiles VALUES ('2025-01-30', 'At Risk', 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO segments.profiles VALUES ('2025-01-30', 'Cannot Lose Them', 1, 0.11111111111111111111, 80.00, 0.10171646535282898919, 121.0000000000000000, 1.00000000000000000000, 80.0000000000000000, 121, 1, 80, 0, 1, 0, 80.0000000000000000, 1.00000000000000000000, 80.0000000000000000, 1, 80, 'orders', 'sum');
INSERT INTO segments.profiles VALUES ('2025-01-30', 'Hibernating', 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO segments.profiles VALUES ('2025-01-30', 'Lost', 2, 0.22222222222222222222, 120.00, 0.15257469802924348379, 231.5000000000000000, 1.00000000000000000000, 60.0000000000000000, 231.5, 1, 60, 0, 2, 0, 60.0000000000000000, 1.00000000000000000000, 60.0000000000000000, 1, 60, 'orders', 'sum');
INSERT INTO segments.profiles VALUES ('2025-01-30', 'Lapsed', 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO segments.profiles VALUES ('2025-01-30', 'Prospects', 1, 0.11111111111111111111, 0, 0.00000000000000000000, NULL, 0.00000000000000000000, 0.00000000000000000000, NULL, 0, 0, 0, 1, 0, NULL, 0.00000000000000000000, 0.00000000000000000000, 0, 0, 'orders', 'sum');
INSERT INTO segments.profiles VALUES ('2025-01-30', 'Net returners', 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO segments.profiles VALUES ('2025-01-31', 'Champions', 2, 0.20000000000000000000, 420.00, 0.44374009508716323296, 3.5000000000000000, 2.0000000000000000, 210.0000000000000000, 3.5, 2, 210, 1, 1, 0, 105.0000000000000000, 2.0000000000000000, 210.0000000000000000, 2, 210, 'orders', 'sum');
INSERT INTO segments.profiles VALUES ('2025-01-31', 'Loyal', 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO segments.profiles VALUES ('2025-01-31', 'Potential Loyalist', 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 1, 0, 1, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO segments.profiles VALUES ('2025-01-31', 'New Customers', 3, 0.30000000000000000000, 84.50, 0.08927628103539355520, 4.3333333333333333, 1.00000000000000000000, 28.1666666666666667, 2, 1, 15.5, 1, 2, 0, 28.1666666666666667, 1.00000000000000000000, 28.1666666666666667, 1, 15.5, 'orders', 'sum');
INSERT INTO segments.profiles VALUES ('2025-01-31', 'Promising', 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 2, 0, 2, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO segments.profiles VALUES ('2025-01-31', 'Need Attention', 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO segments.profiles VALUES ('2025-01-31', 'About To Sleep', 1, 0.10000000000000000000, 62.00, 0.06550449022715266772, 29.0000000000000000, 1.00000000000000000000, 62.0000000000000000, 29, 1, 62, 0, 1, 0, 62.0000000000000000, 1.00000000000000000000, 62.0000000000000000, 1, 62, 'orders', 'sum');
INSERT INTO segments.profiles VALUES ('2025-01-31', 'At Risk', 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO segments.profiles VALUES ('2025-01-31', 'Cannot Lose Them', 2, 0.20000000000000000000, 320.00, 0.33808769149498151083, 80.0000000000000000, 1.00000000000000000000, 160.0000000000000000, 80, 1, 160, 1, 1, 0, 160.0000000000000000, 1.00000000000000000000, 160.0000000000000000, 1, 160, 'orders', 'sum');
INSERT INTO segments.profiles VALUES ('2025-01-31', 'Hibernating', 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO segments.profiles VALUES ('2025-01-31', 'Lost', 1, 0.10000000000000000000, 60.00, 0.06339144215530903328, 322.0000000000000000, 1.00000000000000000000, 60.0000000000000000, 322, 1, 60, 2, 0, 1, 60.0000000000000000, 1.00000000000000000000, 60.0000000000000000, 1, 60, 'orders', 'sum');
INSERT INTO segments.profiles VALUES ('2025-01-31', 'Lapsed', 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO segments.profiles VALUES ('2025-01-31', 'Prospects', 1, 0.10000000000000000000, 0, 0.00000000000000000000, NULL, 0.00000000000000000000, 0.00000000000000000000, NULL, 0, 0, 1, 0, 0, NULL, 0.00000000000000000000, 0.00000000000000000000, 0, 0, 'orders', 'sum');
INSERT INTO segments.profiles VALUES ('2025-01-31', 'Net returners', 0, 0.00000000000000000000, 0, 0.00000000000000000000, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, 'orders', 'sum');
INSERT INTO segments.segments VALUES ('2025-01-30', 'Champions', 1, 'Bought lately, often, and spend the most.', 'Reward them; show them what is new first.', 'email, post', 'Early access; no discount');
INSERT INTO segments.segments VALUES ('2025-01-30', 'Loyal', 2, 'Buy regularly and spend well.', 'Offer the next tier; ask for reviews.', 'email', 'Points or a gift with the next order');
INSERT INTO segments.segments VALUES ('2025-01-30', 'Potential Loyalist', 3, 'Recent buyers with some orders behind them.', 'Invite to the loyalty programme; recommend what goes with the last order.', 'email', 'Member price on a matching product');
INSERT INTO segments.segments VALUES ('2025-01-30', 'New Customers', 4, 'Bought lately for the first or second time.', 'Welcome them; help with the first purchase.', 'email', 'Free delivery on the next order');
INSERT INTO segments.segments VALUES ('2025-01-30', 'Promising', 5, 'Recent buyers with a good basket, but few orders.', 'Build the habit with a small offer on the second order.', 'email', 'Small voucher for the next order');
INSERT INTO segments.segments VALUES ('2025-01-30', 'Need Attention', 6, 'Above the middle on all three, but cooling.', 'Remind with a limited offer on what they bought before.', 'email, app', 'Limited offer on what they know');
INSERT INTO segments.segments VALUES ('2025-01-30', 'About To Sleep', 7, 'Below the middle, not seen for a while.', 'Share popular products; reconnect before they are gone.', 'email, social', 'Voucher with a near end date');
INSERT INTO segments.segments VALUES ('2025-01-30', 'At Risk', 8, 'Bought often or much, but long ago.', 'Write in person; offer a reason to come back.', 'email, post', 'Good discount on what they used to buy');
INSERT INTO segments.segments VALUES ('2025-01-30', 'Cannot Lose Them', 9, 'Spent much, not seen for very long.', 'Call them; win them back with what is new.', 'phone, post', 'Personal offer from the shop''s own people');
INSERT INTO segments.segments VALUES ('2025-01-30', 'Hibernating', 10, 'Last order long ago, few and small orders.', 'Offer a standard reason to return, at low cost.', 'email', 'Standard voucher, sent once');
INSERT INTO segments.segments VALUES ('2025-01-30', 'Lost', 11, 'Lowest on all three.', 'Leave them out of paid campaigns.', 'none', 'none');
INSERT INTO segments.segments VALUES ('2025-01-30', 'Lapsed', 12, 'Ordered once, but not in the window of the scores.', 'Win them back with what is new, the best segments before first.', 'email, post', 'Voucher for coming back');
INSERT INTO segments.segments VALUES ('2025-01-30', 'Prospects', 13, 'Known, but without an order that counts.', 'Invite to a first order.', 'email', 'Voucher for the first order');
INSERT INTO segments.segments VALUES ('2025-01-30', 'Net returners', 14, 'Sent back as much as they kept, or more.', 'Look at sizes and product texts; no paid campaigns.', 'none', 'none');
INSERT INTO segments.segments VALUES ('2025-01-31', 'Champions', 1, 'Bought lately, often, and spend the most.', 'Reward them; show them what is new first.', 'email, post', 'Early access; no discount');
INSERT INTO segments.segments VALUES ('2025-01-31', 'Loyal', 2, 'Buy regularly and spend well.', 'Offer the next tier; ask for reviews.', 'email', 'Points or a gift with the next order');
INSERT INTO segments.segments VALUES ('2025-01-31', 'Potential Loyalist', 3, 'Recent buyers with some orders behind them.', 'Invite to the loyalty programme; recommend what goes with the last order.', 'email', 'Member price on a matching product');
INSERT INTO segments.segments VALUES ('2025-01-31', 'New Customers', 4, 'Bought lately for the first or second time.', 'Welcome them; help with the first purchase.', 'email', 'Free delivery on the next order');
INSERT INTO segments.segments VALUES ('2025-01-31', 'Promising', 5, 'Recent buyers with a good basket, but few orders.', 'Build the habit with a small offer on the second order.', 'email', 'Small voucher for the next order');
INSERT INTO segments.segments VALUES ('2025-01-31', 'Need Attention', 6, 'Above the middle on all three, but cooling.', 'Remind with a limited offer on what they bought before.', 'email, app', 'Limited offer on what they know');
INSERT INTO segments.segments VALUES ('2025-01-31', 'About To Sleep', 7, 'Below the middle, not seen for a while.', 'Share popular products; reconnect before they are gone.', 'email, social', 'Voucher with a near end date');
INSERT INTO segments.segments VALUES ('2025-01-31', 'At Risk', 8, 'Bought often or much, but long ago.', 'Write in person; offer a reason to come back.', 'email, post', 'Good discount on what they used to buy');
INSERT INTO segments.segments VALUES ('2025-01-31', 'Cannot Lose Them', 9, 'Spent much, not seen for very long.', 'Call them; win them back with what is new.', 'phone, post', 'Personal offer from the shop''s own people');
INSERT INTO segments.segments VALUES ('2025-01-31', 'Hibernating', 10, 'Last order long ago, few and small orders.', 'Offer a standard reason to return, at low cost.', 'email', 'Standard voucher, sent once');
INSERT INTO segments.segments VALUES ('2025-01-31', 'Lost', 11, 'Lowest on all three.', 'Leave them out of paid campaigns.', 'none', 'none');
INSERT INTO segments.segments VALUES ('2025-01-31', 'Lapsed', 12, 'Ordered once, but not in the window of the scores.', 'Win them back with what is new, the best segments before first.', 'email, post', 'Voucher for coming back');
INSERT INTO segments.segments VALUES ('2025-01-31', 'Prospects', 13, 'Known, but without an order that counts.', 'Invite to a first order.', 'email', 'Voucher for the first order');
INSERT INTO segments.segments VALUES ('2025-01-31', 'Net returners', 14, 'Sent back as much as they kept, or more.', 'Look at sizes and product texts; no paid campaigns.', 'none', 'none');
SELECT pg_catalog.setval('deliver.exports_export_id_seq', 45, true);
SELECT pg_catalog.setval('ingest.files_file_id_seq', 3, true);
SELECT pg_catalog.setval('operations.gate_approvals_approval_id_seq', 1, false);
SELECT pg_catalog.setval('orders.builds', 2, true);
SELECT pg_catalog.setval('pipeline.attempts', 18, true);
SELECT pg_catalog.setval('pipeline.batch_job_execution_seq', 2, true);
SELECT pg_catalog.setval('pipeline.batch_job_instance_seq', 2, true);
SELECT pg_catalog.setval('pipeline.batch_step_execution_seq', 18, true);
SELECT pg_catalog.setval('rfm.runs', 2, true);
ALTER TABLE ONLY audiences.audiences
    ADD CONSTRAINT audiences_pkey PRIMARY KEY (night, audience);
ALTER TABLE ONLY audiences.destinations
    ADD CONSTRAINT destinations_pkey PRIMARY KEY (night, audience, destination);
ALTER TABLE ONLY audiences.exclusions
    ADD CONSTRAINT exclusions_pkey PRIMARY KEY (night, audience, exclusion);
ALTER TABLE ONLY audiences.holdouts
    ADD CONSTRAINT holdouts_pkey PRIMARY KEY (scope, customer_key);
ALTER TABLE ONLY clustering.acceptances
    ADD CONSTRAINT acceptances_pkey PRIMARY KEY (last_night);
ALTER TABLE ONLY clustering.centroid_values
    ADD CONSTRAINT centroid_values_pkey PRIMARY KEY (night, is_proposed, cluster, feature);
ALTER TABLE ONLY clustering.centroids
    ADD CONSTRAINT centroids_pkey PRIMARY KEY (night, is_proposed, cluster);
ALTER TABLE ONLY clustering.features
    ADD CONSTRAINT features_pkey PRIMARY KEY (night, is_proposed, feature);
ALTER TABLE ONLY clustering.models
    ADD CONSTRAINT models_pkey PRIMARY KEY (night, is_proposed);
ALTER TABLE ONLY clustering.nights
    ADD CONSTRAINT nights_pkey PRIMARY KEY (night);
ALTER TABLE ONLY clustering.profile_attributes
    ADD CONSTRAINT profile_attributes_pkey PRIMARY KEY (night, cluster, attribute, value);
ALTER TABLE ONLY clustering.profile_features
    ADD CONSTRAINT profile_features_pkey PRIMARY KEY (night, cluster, feature);
ALTER TABLE ONLY clustering.profiles
    ADD CONSTRAINT profiles_pkey PRIMARY KEY (night, cluster);
ALTER TABLE ONLY clustering.quality
    ADD CONSTRAINT quality_pkey PRIMARY KEY (night, k);
ALTER TABLE ONLY deliver.approvals
    ADD CONSTRAINT approvals_pkey PRIMARY KEY (night, destination, audience);
ALTER TABLE ONLY deliver.changes
    ADD CONSTRAINT changes_pkey PRIMARY KEY (night, destination, audience);
ALTER TABLE ONLY deliver.exports
    ADD CONSTRAINT exports_pkey PRIMARY KEY (export_id);
ALTER TABLE ONLY deliver.extracts
    ADD CONSTRAINT extracts_pkey PRIMARY KEY (night, destination, audience);
ALTER TABLE ONLY deliver.sent_rows
    ADD CONSTRAINT sent_rows_pkey PRIMARY KEY (destination, audience, customer_key, sent_on);
ALTER TABLE ONLY deliver.states
    ADD CONSTRAINT states_pkey PRIMARY KEY (destination, audience);
ALTER TABLE ONLY deliver.withdrawals
    ADD CONSTRAINT withdrawals_pkey PRIMARY KEY (destination, place, audience, first_night);
ALTER TABLE ONLY forecast.customers
    ADD CONSTRAINT customers_pkey PRIMARY KEY (night, customer_key);
ALTER TABLE ONLY forecast.nights
    ADD CONSTRAINT nights_pkey PRIMARY KEY (night);
ALTER TABLE ONLY ingest.customer_records
    ADD CONSTRAINT customer_records_pkey PRIMARY KEY (file_id, line_number);
ALTER TABLE ONLY ingest.files
    ADD CONSTRAINT files_pkey PRIMARY KEY (file_id);
ALTER TABLE ONLY ingest.rejects
    ADD CONSTRAINT rejects_pkey PRIMARY KEY (file_id, line_number);
ALTER TABLE ONLY ingest.sources
    ADD CONSTRAINT sources_pkey PRIMARY KEY (source);
ALTER TABLE ONLY ingest.suppressions
    ADD CONSTRAINT suppressions_pkey PRIMARY KEY (file_id, line_number);
ALTER TABLE ONLY operations.gate_approvals
    ADD CONSTRAINT gate_approvals_pkey PRIMARY KEY (approval_id);
ALTER TABLE ONLY operations.gate_results
    ADD CONSTRAINT gate_results_pkey PRIMARY KEY (night, gate, subject);
ALTER TABLE ONLY orders.customers
    ADD CONSTRAINT customers_pkey PRIMARY KEY (customer_key);
ALTER TABLE ONLY orders.file_outcomes
    ADD CONSTRAINT file_outcomes_pkey PRIMARY KEY (file_id, outcome);
ALTER TABLE ONLY orders.files
    ADD CONSTRAINT files_pkey PRIMARY KEY (file_id);
ALTER TABLE ONLY orders.line_outcomes
    ADD CONSTRAINT line_outcomes_pkey PRIMARY KEY (night, source, outcome);
ALTER TABLE ONLY orders.refusals
    ADD CONSTRAINT refusals_pkey PRIMARY KEY (customer_key, kind, name);
ALTER TABLE ONLY pipeline.batch_job_execution_context
    ADD CONSTRAINT batch_job_execution_context_pkey PRIMARY KEY (job_execution_id);
ALTER TABLE ONLY pipeline.batch_job_execution
    ADD CONSTRAINT batch_job_execution_pkey PRIMARY KEY (job_execution_id);
ALTER TABLE ONLY pipeline.batch_job_instance
    ADD CONSTRAINT batch_job_instance_job_name_job_key_key UNIQUE (job_name, job_key);
ALTER TABLE ONLY pipeline.batch_job_instance
    ADD CONSTRAINT batch_job_instance_pkey PRIMARY KEY (job_instance_id);
ALTER TABLE ONLY pipeline.batch_step_execution_context
    ADD CONSTRAINT batch_step_execution_context_pkey PRIMARY KEY (step_execution_id);
ALTER TABLE ONLY pipeline.batch_step_execution
    ADD CONSTRAINT batch_step_execution_pkey PRIMARY KEY (step_execution_id);
ALTER TABLE ONLY pipeline.flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);
ALTER TABLE ONLY pipeline.nights
    ADD CONSTRAINT nights_pkey PRIMARY KEY (night, revision);
ALTER TABLE ONLY pipeline.stages
    ADD CONSTRAINT stages_pkey PRIMARY KEY (night, revision, stage);
ALTER TABLE ONLY pipeline.stop_requests
    ADD CONSTRAINT stop_requests_pkey PRIMARY KEY (turn);
ALTER TABLE ONLY privacy.erasures
    ADD CONSTRAINT erasures_pkey PRIMARY KEY (pseudonym);
ALTER TABLE ONLY privacy.identifiers
    ADD CONSTRAINT identifiers_pkey PRIMARY KEY (kind, digest);
ALTER TABLE ONLY publish.cluster_attributes
    ADD CONSTRAINT cluster_attributes_pkey PRIMARY KEY (night, cluster, attribute, value);
ALTER TABLE ONLY publish.cluster_features
    ADD CONSTRAINT cluster_features_pkey PRIMARY KEY (night, cluster, feature);
ALTER TABLE ONLY publish.clusters
    ADD CONSTRAINT clusters_pkey PRIMARY KEY (night, cluster);
ALTER TABLE ONLY publish.customer_segments
    ADD CONSTRAINT customer_segments_pkey PRIMARY KEY (customer_key);
ALTER TABLE ONLY publish.publications
    ADD CONSTRAINT publications_pkey PRIMARY KEY (night);
ALTER TABLE ONLY publish.segment_attributes
    ADD CONSTRAINT segment_attributes_pkey PRIMARY KEY (night, segment, attribute, value);
ALTER TABLE ONLY publish.segment_moves
    ADD CONSTRAINT segment_moves_night_from_segment_to_segment_cause_key UNIQUE NULLS NOT DISTINCT (night, from_segment, to_segment, cause);
ALTER TABLE ONLY publish.segment_profile
    ADD CONSTRAINT segment_profile_pkey PRIMARY KEY (night, segment);
ALTER TABLE ONLY publish.segments
    ADD CONSTRAINT segments_pkey PRIMARY KEY (segment);
ALTER TABLE ONLY rfm.cut_points
    ADD CONSTRAINT cut_points_pkey PRIMARY KEY (night, metric, within, "position");
ALTER TABLE ONLY rfm.fits
    ADD CONSTRAINT fits_pkey PRIMARY KEY (night, metric);
ALTER TABLE ONLY rfm.nights
    ADD CONSTRAINT nights_pkey PRIMARY KEY (night);
ALTER TABLE ONLY segments.cells
    ADD CONSTRAINT cells_pkey PRIMARY KEY (night, r_score, f_score, m_score);
ALTER TABLE ONLY segments.moves
    ADD CONSTRAINT moves_night_from_segment_to_segment_cause_key UNIQUE NULLS NOT DISTINCT (night, from_segment, to_segment, cause);
ALTER TABLE ONLY segments.nights
    ADD CONSTRAINT nights_pkey PRIMARY KEY (night);
ALTER TABLE ONLY segments.profile_attributes
    ADD CONSTRAINT profile_attributes_pkey PRIMARY KEY (night, segment, attribute, value);
ALTER TABLE ONLY segments.profiles
    ADD CONSTRAINT profiles_pkey PRIMARY KEY (night, segment);
ALTER TABLE ONLY segments.rules
    ADD CONSTRAINT rules_pkey PRIMARY KEY (night, "position");
ALTER TABLE ONLY segments.segments
    ADD CONSTRAINT segments_pkey PRIMARY KEY (night, segment);
CREATE UNIQUE INDEX destination_exclusions_live_by_customer ON audiences.destination_exclusions_live USING btree (customer_key, audience, destination);
CREATE INDEX destination_exclusions_past_by_customer ON audiences.destination_exclusions_past USING btree (customer_key, valid_to);
CREATE INDEX destination_exclusions_past_by_end ON audiences.destination_exclusions_past USING btree (valid_to);
CREATE INDEX holdouts_by_customer ON audiences.holdouts USING btree (customer_key);
CREATE INDEX members_live_by_audience ON audiences.members_live USING btree (audience);
CREATE UNIQUE INDEX members_live_by_customer ON audiences.members_live USING btree (customer_key, audience);
CREATE INDEX members_past_by_customer ON audiences.members_past USING btree (customer_key, valid_to);
CREATE INDEX members_past_by_end ON audiences.members_past USING btree (valid_to);
CREATE UNIQUE INDEX members_live_by_customer ON clustering.members_live USING btree (customer_key);
CREATE INDEX members_past_by_customer ON clustering.members_past USING btree (customer_key, valid_to);
CREATE INDEX members_past_by_end ON clustering.members_past USING btree (valid_to);
CREATE INDEX exports_by_path ON deliver.exports USING btree (place, path, export_id DESC);
CREATE INDEX sent_rows_by_customer ON deliver.sent_rows USING btree (customer_key);
CREATE INDEX sent_rows_removed ON deliver.sent_rows USING btree (destination, audience, removed_on) WHERE (removed_on IS NOT NULL);
CREATE INDEX customer_records_by_customer ON ingest.customer_records USING btree (customer_key);
CREATE INDEX customer_records_erased ON ingest.customer_records USING btree (customer_key) WHERE is_erased;
CREATE INDEX files_by_name ON ingest.files USING btree (source, name);
CREATE UNIQUE INDEX files_once ON ingest.files USING btree (source, content_hash) WHERE (verdict = ANY (ARRAY['landed'::text, 'loaded'::text]));
CREATE INDEX order_lines_by_file ON ingest.order_lines USING brin (file_id, line_number) WITH (pages_per_range='64');
CREATE INDEX gate_approvals_by_night ON operations.gate_approvals USING btree (night, gate, subject);
CREATE INDEX identities_by_customer ON orders.identities USING btree (customer_key);
CREATE UNIQUE INDEX identities_once ON orders.identities USING btree (identity, customer_key, is_national);
CREATE INDEX identities_shared ON orders.identities USING btree (identity) WHERE is_shared;
CREATE INDEX order_parts_by_customer ON orders.order_parts USING btree (customer_key, ordered_on);
CREATE INDEX order_parts_by_day ON orders.order_parts USING btree (ordered_on);
CREATE INDEX order_parts_by_file ON orders.order_parts USING btree (file_id);
CREATE INDEX order_parts_by_order ON orders.order_parts USING btree (order_number, source);
CREATE INDEX order_parts_later_by_customer ON orders.order_parts USING btree (customer_key, booked_on) WHERE (booked_on <> ordered_on);
CREATE INDEX order_parts_later_by_day ON orders.order_parts USING btree (booked_on) WHERE (booked_on <> ordered_on);
CREATE INDEX flyway_schema_history_s_idx ON pipeline.flyway_schema_history USING btree (success);
CREATE UNIQUE INDEX metrics_live_by_customer ON rfm.metrics_live USING btree (customer_key);
CREATE INDEX metrics_past_by_customer ON rfm.metrics_past USING btree (customer_key, valid_to);
CREATE INDEX metrics_past_by_end ON rfm.metrics_past USING btree (valid_to);
CREATE UNIQUE INDEX memberships_live_by_customer ON segments.memberships_live USING btree (customer_key);
CREATE INDEX memberships_past_by_customer ON segments.memberships_past USING btree (customer_key, valid_to);
CREATE INDEX memberships_past_by_end ON segments.memberships_past USING btree (valid_to);
CREATE STATISTICS ingest.order_lines_by_order (ndistinct) ON file_id, order_number, customer_key, (ordered_at::date) FROM ingest.order_lines;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON deliver.exports FOR EACH ROW EXECUTE FUNCTION deliver.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON deliver.exports FOR EACH STATEMENT EXECUTE FUNCTION deliver.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON operations.gate_approvals FOR EACH ROW EXECUTE FUNCTION operations.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON operations.gate_approvals FOR EACH STATEMENT EXECUTE FUNCTION operations.refuse_change();
ALTER TABLE ONLY audiences.destinations
    ADD CONSTRAINT destinations_night_audience_fkey FOREIGN KEY (night, audience) REFERENCES audiences.audiences(night, audience) ON DELETE CASCADE;
ALTER TABLE ONLY audiences.exclusions
    ADD CONSTRAINT exclusions_night_audience_fkey FOREIGN KEY (night, audience) REFERENCES audiences.audiences(night, audience) ON DELETE CASCADE;
ALTER TABLE ONLY clustering.centroid_values
    ADD CONSTRAINT centroid_values_night_is_proposed_cluster_fkey FOREIGN KEY (night, is_proposed, cluster) REFERENCES clustering.centroids(night, is_proposed, cluster) ON DELETE CASCADE;
ALTER TABLE ONLY clustering.centroids
    ADD CONSTRAINT centroids_night_is_proposed_fkey FOREIGN KEY (night, is_proposed) REFERENCES clustering.models(night, is_proposed) ON DELETE CASCADE;
ALTER TABLE ONLY clustering.features
    ADD CONSTRAINT features_night_is_proposed_fkey FOREIGN KEY (night, is_proposed) REFERENCES clustering.models(night, is_proposed) ON DELETE CASCADE;
ALTER TABLE ONLY clustering.models
    ADD CONSTRAINT models_night_fkey FOREIGN KEY (night) REFERENCES clustering.nights(night) ON DELETE CASCADE;
ALTER TABLE ONLY clustering.profile_attributes
    ADD CONSTRAINT profile_attributes_night_cluster_fkey FOREIGN KEY (night, cluster) REFERENCES clustering.profiles(night, cluster) ON DELETE CASCADE;
ALTER TABLE ONLY clustering.profile_features
    ADD CONSTRAINT profile_features_night_cluster_fkey FOREIGN KEY (night, cluster) REFERENCES clustering.profiles(night, cluster) ON DELETE CASCADE;
ALTER TABLE ONLY clustering.profiles
    ADD CONSTRAINT profiles_night_fkey FOREIGN KEY (night) REFERENCES clustering.nights(night) ON DELETE CASCADE;
ALTER TABLE ONLY clustering.quality
    ADD CONSTRAINT quality_night_fkey FOREIGN KEY (night) REFERENCES clustering.nights(night) ON DELETE CASCADE;
ALTER TABLE ONLY ingest.files
    ADD CONSTRAINT files_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES ingest.files(file_id);
ALTER TABLE ONLY ingest.files
    ADD CONSTRAINT files_source_fkey FOREIGN KEY (source) REFERENCES ingest.sources(source);
ALTER TABLE ONLY ingest.rejects
    ADD CONSTRAINT rejects_file_id_fkey FOREIGN KEY (file_id) REFERENCES ingest.files(file_id);
ALTER TABLE ONLY pipeline.batch_job_execution_context
    ADD CONSTRAINT batch_job_execution_context_job_execution_id_fkey FOREIGN KEY (job_execution_id) REFERENCES pipeline.batch_job_execution(job_execution_id);
ALTER TABLE ONLY pipeline.batch_job_execution
    ADD CONSTRAINT batch_job_execution_job_instance_id_fkey FOREIGN KEY (job_instance_id) REFERENCES pipeline.batch_job_instance(job_instance_id);
ALTER TABLE ONLY pipeline.batch_job_execution_params
    ADD CONSTRAINT batch_job_execution_params_job_execution_id_fkey FOREIGN KEY (job_execution_id) REFERENCES pipeline.batch_job_execution(job_execution_id);
ALTER TABLE ONLY pipeline.batch_step_execution_context
    ADD CONSTRAINT batch_step_execution_context_step_execution_id_fkey FOREIGN KEY (step_execution_id) REFERENCES pipeline.batch_step_execution(step_execution_id);
ALTER TABLE ONLY pipeline.batch_step_execution
    ADD CONSTRAINT batch_step_execution_job_execution_id_fkey FOREIGN KEY (job_execution_id) REFERENCES pipeline.batch_job_execution(job_execution_id);
ALTER TABLE ONLY pipeline.stages
    ADD CONSTRAINT stages_night_revision_fkey FOREIGN KEY (night, revision) REFERENCES pipeline.nights(night, revision);
ALTER TABLE ONLY segments.cells
    ADD CONSTRAINT cells_night_segment_fkey FOREIGN KEY (night, segment) REFERENCES segments.segments(night, segment) ON DELETE CASCADE;
ALTER TABLE ONLY segments.profile_attributes
    ADD CONSTRAINT profile_attributes_night_segment_fkey FOREIGN KEY (night, segment) REFERENCES segments.segments(night, segment) ON DELETE CASCADE;
ALTER TABLE ONLY segments.profiles
    ADD CONSTRAINT profiles_night_segment_fkey FOREIGN KEY (night, segment) REFERENCES segments.segments(night, segment) ON DELETE CASCADE;
ALTER TABLE ONLY segments.rules
    ADD CONSTRAINT rules_night_segment_fkey FOREIGN KEY (night, segment) REFERENCES segments.segments(night, segment) ON DELETE CASCADE;
GRANT USAGE ON SCHEMA published TO nightjar_reader;
GRANT SELECT ON TABLE published.audience_changes TO nightjar_reader;
GRANT SELECT ON TABLE published.audience_destinations TO nightjar_reader;
GRANT SELECT ON TABLE published.audience_exclusions TO nightjar_reader;
GRANT SELECT ON TABLE published.audience_members TO nightjar_reader;
GRANT SELECT ON TABLE published.audiences TO nightjar_reader;
GRANT SELECT ON TABLE published.cluster_attributes TO nightjar_reader;
GRANT SELECT ON TABLE published.cluster_features TO nightjar_reader;
GRANT SELECT ON TABLE published.cluster_history TO nightjar_reader;
GRANT SELECT ON TABLE published.clusters TO nightjar_reader;
GRANT SELECT ON TABLE published.customer_forecast TO nightjar_reader;
GRANT SELECT ON TABLE published.customer_segments TO nightjar_reader;
GRANT SELECT ON TABLE published.exports TO nightjar_reader;
GRANT SELECT ON TABLE published.membership_history TO nightjar_reader;
GRANT SELECT ON TABLE published.segment_attributes TO nightjar_reader;
GRANT SELECT ON TABLE published.segment_moves TO nightjar_reader;
GRANT SELECT ON TABLE published.segment_profile TO nightjar_reader;
GRANT SELECT ON TABLE published.segments TO nightjar_reader;
GRANT SELECT ON TABLE published.segments_by_clusters TO nightjar_reader;
