package dev.nightjar.home;

/** What the destinations of {@link EverySetting} are, bound. */
interface EveryDestinationBound {
  String TEXT =
      """
      destinations.profiles.generic-csv.version: 2
      destinations.profiles.generic-csv.source: https://crm.example/import
      destinations.profiles.generic-csv.checked-on: 2026-11-22
      destinations.profiles.generic-csv.notes: [Call before noon.]
      destinations.profiles.generic-csv.channel: phone
      destinations.profiles.generic-csv.purpose: calls
      destinations.profiles.generic-csv.removal: none
      destinations.profiles.generic-csv.format: csv
      destinations.profiles.generic-csv.gzip: true
      destinations.profiles.generic-csv.header: false
      destinations.profiles.generic-csv.delimiter: TAB
      destinations.profiles.generic-csv.line-end: CRLF
      destinations.profiles.generic-csv.preamble: [first line, {action}]
      destinations.profiles.generic-csv.actions.full: all
      destinations.profiles.generic-csv.actions.adds: more
      destinations.profiles.generic-csv.actions.removes: less
      destinations.profiles.generic-csv.parameters.list-id: -1
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
      destinations.profiles.generic-csv.columns.0.leaver: l
      destinations.profiles.generic-csv.columns.0.values.a: b
      destinations.profiles.generic-csv.columns.0.normaliser: AS_IS
      destinations.profiles.generic-csv.columns.0.hashed: false
      destinations.profiles.generic-csv.columns.0.encoding: BASE64
      destinations.profiles.generic-csv.columns.0.need: OPTIONAL
      destinations.profiles.generic-csv.columns.0.compared: false
      destinations.profiles.generic-csv.optional-columns.0.header: o
      destinations.profiles.generic-csv.optional-columns.0.field: null
      destinations.profiles.generic-csv.optional-columns.0.constant: null
      destinations.profiles.generic-csv.optional-columns.0.leaver: null
      destinations.profiles.generic-csv.optional-columns.0.values: {}
      destinations.profiles.generic-csv.optional-columns.0.normaliser: AS_IS
      destinations.profiles.generic-csv.optional-columns.0.hashed: false
      destinations.profiles.generic-csv.optional-columns.0.encoding: HEX
      destinations.profiles.generic-csv.optional-columns.0.need: OPTIONAL
      destinations.profiles.generic-csv.optional-columns.0.compared: null
      destinations.profiles.generic-csv.include: [o]
      destinations.profiles.crm.version: 1
      destinations.profiles.crm.source: https://crm.example/import
      destinations.profiles.crm.checked-on: 2026-11-22
      destinations.profiles.crm.notes: []
      destinations.profiles.crm.channel: phone
      destinations.profiles.crm.purpose: calls
      destinations.profiles.crm.removal: file
      destinations.profiles.crm.format: ndjson
      destinations.profiles.crm.gzip: false
      destinations.profiles.crm.header: true
      destinations.profiles.crm.delimiter: COMMA
      destinations.profiles.crm.line-end: LF
      destinations.profiles.crm.preamble: []
      destinations.profiles.crm.actions: {}
      destinations.profiles.crm.parameters.list-id: -2
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
      destinations.profiles.crm.columns.0.leaver: null
      destinations.profiles.crm.columns.0.values: {}
      destinations.profiles.crm.columns.0.normaliser: EMAIL_LOWER
      destinations.profiles.crm.columns.0.hashed: true
      destinations.profiles.crm.columns.0.encoding: BASE64
      destinations.profiles.crm.columns.0.need: IDENTIFIER
      destinations.profiles.crm.columns.0.compared: true
      destinations.profiles.crm.optional-columns: []
      destinations.profiles.crm.include: []
      """;

  /** The destination of {@link AHome#REQUIRED}, bound. */
  String DEFAULTS =
      """
      destinations.profiles.generic-csv.version: 1
      destinations.profiles.generic-csv.source: https://example.com
      destinations.profiles.generic-csv.checked-on: 2026-01-01
      destinations.profiles.generic-csv.notes: []
      destinations.profiles.generic-csv.channel: any
      destinations.profiles.generic-csv.purpose: marketing
      destinations.profiles.generic-csv.removal: file
      destinations.profiles.generic-csv.format: ndjson
      destinations.profiles.generic-csv.gzip: false
      destinations.profiles.generic-csv.header: true
      destinations.profiles.generic-csv.delimiter: COMMA
      destinations.profiles.generic-csv.line-end: LF
      destinations.profiles.generic-csv.preamble: []
      destinations.profiles.generic-csv.actions: {}
      destinations.profiles.generic-csv.parameters: {}
      destinations.profiles.generic-csv.bom: false
      destinations.profiles.generic-csv.formula-guard: false
      destinations.profiles.generic-csv.warn-below: 0
      destinations.profiles.generic-csv.require-at-least: 0
      destinations.profiles.generic-csv.max-rows: null
      destinations.profiles.generic-csv.max-bytes: null
      destinations.profiles.generic-csv.recipients: []
      destinations.profiles.generic-csv.columns.0.header: a
      destinations.profiles.generic-csv.columns.0.field: email
      destinations.profiles.generic-csv.columns.0.constant: null
      destinations.profiles.generic-csv.columns.0.leaver: null
      destinations.profiles.generic-csv.columns.0.values: {}
      destinations.profiles.generic-csv.columns.0.normaliser: EMAIL
      destinations.profiles.generic-csv.columns.0.hashed: true
      destinations.profiles.generic-csv.columns.0.encoding: HEX
      destinations.profiles.generic-csv.columns.0.need: REQUIRED
      destinations.profiles.generic-csv.columns.0.compared: null
      destinations.profiles.generic-csv.optional-columns: []
      destinations.profiles.generic-csv.include: []
      """;
}
