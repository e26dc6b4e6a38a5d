package dev.nightjar.home;

/** What the destinations of {@link EverySetting} are, bound. */
interface EveryDestinationBound {
  String TEXT =
      """
      destinations.profiles.generic-csv.version: 2
      destinations.profiles.generic-csv.source: https://crm.example/import
      destinations.profiles.generic-csv.checked-on: 2026-11-22
      destinations.profiles.generic-csv.channel: phone
      destinations.profiles.generic-csv.purpose: calls
      destinations.profiles.generic-csv.format: csv
      destinations.profiles.generic-csv.gzip: true
      destinations.profiles.generic-csv.header: false
      destinations.profiles.generic-csv.preamble: [first line, {action}]
      destinations.profiles.generic-csv.actions.full: all
      destinations.profiles.generic-csv.actions.adds: more
      destinations.profiles.generic-csv.actions.removes: less
      destinations.profiles.generic-csv.bom: true
      destinations.profiles.generic-csv.formula-guard: true
      destinations.profiles.generic-csv.warn-below: 5
      destinations.profiles.generic-csv.require-at-least: 3
      destinations.profiles.generic-csv.max-rows: 1000
      destinations.profiles.generic-csv.max-bytes: 2097152B
      destinations.profiles.generic-csv.recipients: [keys/crm.asc]
      destinations.profiles.generic-csv.columns.0.header: b
      destinations.profiles.generic-csv.columns.0.field: null
      destinations.profiles.generic-csv.columns.0.constant: c
      destinations.profiles.generic-csv.columns.0.normaliser: AS_IS
      destinations.profiles.generic-csv.columns.0.hashed: false
      destinations.profiles.generic-csv.columns.0.need: OPTIONAL
      destinations.profiles.generic-csv.columns.0.compared: false
      destinations.profiles.crm.version: 1
      destinations.profiles.crm.source: https://crm.example/import
      destinations.profiles.crm.checked-on: 2026-11-22
      destinations.profiles.crm.channel: phone
      destinations.profiles.crm.purpose: calls
      destinations.profiles.crm.format: ndjson
      destinations.profiles.crm.gzip: false
      destinations.profiles.crm.header: true
      destinations.profiles.crm.preamble: []
      destinations.profiles.crm.actions: {}
      destinations.profiles.crm.bom: false
      destinations.profiles.crm.formula-guard: false
      destinations.profiles.crm.warn-below: 0
      destinations.profiles.crm.require-at-least: 0
      destinations.profiles.crm.max-rows: null
      destinations.profiles.crm.max-bytes: null
      destinations.profiles.crm.recipients: []
      destinations.profiles.crm.columns.0.header: d
      destinations.profiles.crm.columns.0.field: email
      destinations.profiles.crm.columns.0.constant: null
      destinations.profiles.crm.columns.0.normaliser: EMAIL_LOWER
      destinations.profiles.crm.columns.0.hashed: true
      destinations.profiles.crm.columns.0.need: IDENTIFIER
      destinations.profiles.crm.columns.0.compared: true
      """;
}
