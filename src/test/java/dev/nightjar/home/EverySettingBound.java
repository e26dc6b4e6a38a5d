package dev.nightjar.home;

/** What {@link EverySetting} is, bound. */
interface EverySettingBound {
  String TEXT =
      EveryWatchSetting.ALERTS_BOUND
          + EveryAudienceBound.TEXT
          + """
          business.zone: Asia/Tokyo
          business.currency: JPY
          business.rates.USD.0.from: 2024-01-01
          business.rates.USD.0.rate: 141.8
          business.rates.USD.1.from: 2025-01-01
          business.rates.USD.1.rate: 157
          business.retention: P3Y
          business.history: P4Y
          clustering.population: SEGMENT
          clustering.segment: Loyal
          clustering.features.0.feature: SHARE
          clustering.features.0.attribute: paid-by
          clustering.features.0.value: card
          clustering.features.0.transform: NONE
          clustering.features.0.percentiles: [5.0, 95.0]
          clustering.scaling: ROBUST
          clustering.min-k: 4
          clustering.max-k: 9
          clustering.min-share: 0.05
          clustering.criterion: ELBOW
          clustering.seed: 17
          clustering.starts: 3
          clustering.max-iterations: 50
          clustering.exact-up-to: 1000
          clustering.leaves: 500
          clustering.sample: 100
          clustering.refit: WEEKLY
          clustering.min-adjusted-rand-index: 0.9
          clustering.naming.0.name: Card lovers
          clustering.naming.0.when.0.feature: paid-by=card
          clustering.naming.0.when.0.at-least: 0.9
          clustering.naming.0.when.0.at-most: 1.0
          clustering.tiers: [Low, High]
          """
          + EveryWatchSetting.CONSOLE_BOUND
          + """
          db.url: jdbc:postgresql://db.example:5432/shop
          db.user: owner
          db.password: geheim
          db.port: 5433
          deliver.destination: crm
          deliver.folder: out
          deliver.outbox: tmp/outbox
          deliver.files.crm: [removes, adds]
          deliver.guard.max-removes: 0.5
          deliver.guard.max-growth: 2
          deliver.guard.max-changes: 0.4
          deliver.guard.from: 50
          deliver.retention: P1Y
          deliver.deliveries.crm.folder: null
          deliver.deliveries.crm.sftp.host: crm.example
          deliver.deliveries.crm.sftp.port: 2022
          deliver.deliveries.crm.sftp.path: incoming
          deliver.deliveries.crm.sftp.user: crm
          deliver.deliveries.crm.sftp.password: pass5678
          deliver.deliveries.crm.sftp.key-file: keys/crm
          deliver.deliveries.crm.sftp.passphrase: phrase5678
          deliver.deliveries.crm.sftp.known-hosts: keys/crm_hosts
          deliver.deliveries.crm.s3: null
          deliver.deliveries.crm.https: null
          deliver.deliveries.crm.klaviyo: null
          deliver.deliveries.crm.retries: 1
          deliver.deliveries.crm.retention: P30D
          deliver.deliveries.crm.parameters.vip.list-id: 7
          """
          + EveryDestinationBound.TEXT
          + """
          forecast.min-repeat-buyers: 30
          """
          + EveryWatchSetting.GATES_BOUND
          + """
          guess.presets.till.system: till
          guess.presets.till.header: [Bon, Wert]
          guess.presets.till.without: [Position]
          guess.presets.till.feed: order-lines
          guess.presets.till.columns.order: [Bon]
          guess.presets.till.joined: [ordered-at]
          guess.presets.till.constants.quantity: 1
          guess.presets.till.fill-down: [status]
          guess.presets.till.once-per-order: [total]
          guess.presets.till.kept-statuses: [bezahlt]
          guess.presets.till.other-statuses: [storniert]
          guess.presets.till.return-statuses: [Retoure]
          guess.presets.till.strip: '
          guess.presets.till.zone: Europe/Berlin
          guess.presets.till.ask.customer: which
          ingest.landing: files/landing
          ingest.poll: PT30S
          ingest.folder.enabled: false
          ingest.folder.path: drop
          ingest.folder.min-age: PT1M
          ingest.sftp.shop.host: sftp.example
          ingest.sftp.shop.port: 2222
          ingest.sftp.shop.path: outgoing
          ingest.sftp.shop.user: shop
          ingest.sftp.shop.password: pass1234
          ingest.sftp.shop.key-file: keys/id_ed25519
          ingest.sftp.shop.passphrase: phrase1234
          ingest.sftp.shop.known-hosts: keys/known_hosts
          ingest.sftp.shop.done-file: {name}.done
          ingest.sftp.shop.after: DELETE
          ingest.sftp.shop.min-age: PT1M
          ingest.s3.shop.bucket: shop-files
          ingest.s3.shop.prefix: new/
          ingest.s3.shop.after: TAG
          ingest.s3.shop.archive-prefix: old/
          ingest.s3.shop.region: us-east-1
          ingest.s3.shop.endpoint: http://localhost:9000
          ingest.s3.shop.path-style: false
          ingest.sources.shop.feed: ORDER_LINES
          ingest.sources.shop.files: orders-*.tsv
          ingest.sources.shop.layout.format: BLANKS
          ingest.sources.shop.layout.encoding: windows-1252
          ingest.sources.shop.layout.delimiter: ;
          ingest.sources.shop.layout.quote: '
          ingest.sources.shop.layout.header: false
          ingest.sources.shop.layout.sheets: [May, June]
          ingest.sources.shop.layout.skip-lines: 2
          ingest.sources.shop.layout.comment: %
          ingest.sources.shop.layout.escape: \\
          ingest.sources.shop.columns.order: [a]
          ingest.sources.shop.columns.customer: [b]
          ingest.sources.shop.columns.ordered-at: [c, C]
          ingest.sources.shop.columns.unit-price: [Amount, net]
          ingest.sources.shop.columns.refunded: [d]
          ingest.sources.shop.columns.status.first-of: [s, S]
          ingest.sources.shop.constants.quantity: 1
          ingest.sources.shop.attributes.paid-by: f
          ingest.sources.shop.fill-down: [ordered-at, paid-by]
          ingest.sources.shop.once-per-order: [refunded]
          ingest.sources.shop.date-format: [d. MMMM yyyy, HH:mm, iso-8601]
          ingest.sources.shop.locale: de_AT
          ingest.sources.shop.zone: America/New_York
          ingest.sources.shop.numbers.decimal: ,
          ingest.sources.shop.numbers.thousands: .
          ingest.sources.shop.keys.lower: true
          ingest.sources.shop.keys.strip: '
          ingest.sources.shop.keys.damaged: REJECT
          ingest.sources.shop.no-customer: [anonymous]
          ingest.sources.shop.currency: USD
          ingest.sources.shop.kept-statuses: [done, sent]
          ingest.sources.shop.return-marker.order-prefix: R
          ingest.sources.shop.return-marker.statuses: [back]
          ingest.sources.shop.return-marker.negative-quantity: true
          ingest.sources.shop.returns: IGNORE
          ingest.sources.shop.free-lines: COUNT
          ingest.sources.shop.duplicates: DROP_IDENTICAL
          ingest.sources.shop.same-name: ADDITION
          ingest.sources.shop.expect.required: true
          ingest.sources.shop.expect.by: 06:30
          ingest.sources.shop.expect.min-files: 2
          ingest.sources.shop.expect.max-files: 3
          ingest.sources.shop.expect.min-rows: 10
          ingest.sources.shop.expect.max-rows: 1000
          ingest.sources.shop.expect.max-reject-share: 0.5
          """
          + EveryWatchSetting.LINEAGE_BOUND
          + EveryWatchSetting.METRICS_BOUND
          + """
          privacy.secret: geheimer-als-geheim
          report.folder: html
          report.retention: P2Y
          rfm.rule: R_RFM
          rfm.bins: 4
          rfm.window: P2Y
          rfm.direction: 1-is-best
          rfm.refit: WEEKLY
          rfm.recency.rule: FIXED
          rfm.recency.bins: 4
          rfm.recency.thresholds: [90, 180, 365.5]
          rfm.recency.at-threshold: ABOVE
          rfm.recency.ranks: ASCENDING
          rfm.frequency.rule: PERCENT_RANK
          rfm.frequency.bins: 4
          rfm.frequency.thresholds: [0.3, 0.6, 0.9]
          rfm.frequency.at-threshold: BELOW
          rfm.frequency.ranks: ASCENDING
          rfm.frequency.counts: DAYS
          rfm.monetary.rule: FIXED
          rfm.monetary.bins: 4
          rfm.monetary.thresholds: [100, 200, 300]
          rfm.monetary.at-threshold: ABOVE
          rfm.monetary.ranks: ASCENDING
          rfm.monetary.value: MEAN_ORDER
          schedule.cron: 0 3 * * *
          schedule.zone: Europe/Vienna
          schedule.catch-up: 3
          segments.map: own
          segments.maps.rfm-125.scores.r: 0-1
          segments.maps.rfm-125.scores.f: 0-1
          segments.maps.rfm-125.scores.m: 0-1
          segments.maps.rfm-125.direction: 1-is-best
          segments.maps.rfm-125.waiver: so be it
          segments.maps.rfm-125.segments.0.name: All
          segments.maps.rfm-125.segments.0.rank: 1
          segments.maps.rfm-125.segments.0.codes: 000 010 110 111
          segments.maps.rfm-125.segments.0.patterns: 0?1
          segments.maps.rfm-125.segments.0.boxes.0.r: 0
          segments.maps.rfm-125.segments.0.boxes.0.f: 0
          segments.maps.rfm-125.segments.0.boxes.0.m: 1
          segments.maps.rfm-125.segments.0.boxes.0.fm: 0-0.5
          segments.maps.rfm-125.segments.0.boxes.0.days-since-order.at-least: 1
          segments.maps.rfm-125.segments.0.boxes.0.days-since-order.at-most: 9
          segments.maps.rfm-125.segments.0.boxes.0.days-since-first-order.at-least: 2
          segments.maps.rfm-125.segments.0.boxes.0.days-since-first-order.at-most: 99
          segments.maps.rfm-125.segments.0.boxes.0.orders.at-least: 1
          segments.maps.rfm-125.segments.0.boxes.0.orders.at-most: 3
          segments.maps.rfm-125.segments.0.boxes.0.net-value.at-least: 0.5
          segments.maps.rfm-125.segments.0.boxes.0.net-value.at-most: 7
          segments.maps.rfm-125.segments.0.boxes.0.attributes.country: [GB, DE]
          segments.maps.rfm-125.segments.0.boxes.0.attributes.paid-by: [card]
          segments.maps.rfm-125.segments.0.description: All of them
          segments.maps.rfm-125.segments.0.action: Write
          segments.maps.rfm-125.segments.0.channel: email
          segments.maps.rfm-125.segments.0.offer: A card
          segments.maps.rfm-125.else.name: Rest
          segments.maps.rfm-125.else.description: Not all
          segments.maps.rfm-125.else.action: Wait
          segments.maps.rfm-125.else.channel: post
          segments.maps.rfm-125.else.offer: A coin
          segments.maps.own.scores.r: 1-4
          segments.maps.own.scores.f: 1-4
          segments.maps.own.scores.m: 0-3
          segments.maps.own.direction: 1-is-best
          segments.maps.own.waiver:\s
          segments.maps.own.segments.0.name: Each
          segments.maps.own.segments.0.rank: null
          segments.maps.own.segments.0.codes:\s
          segments.maps.own.segments.0.patterns: ??
          segments.maps.own.segments.0.boxes: []
          segments.maps.own.segments.0.description:\s
          segments.maps.own.segments.0.action:\s
          segments.maps.own.segments.0.channel:\s
          segments.maps.own.segments.0.offer:\s
          segments.maps.own.else: null
          segments.lapsed.name: Gone
          segments.lapsed.description: Long ago
          segments.lapsed.action: Call
          segments.lapsed.channel: app
          segments.lapsed.offer: A hat
          segments.prospects.name: Leads
          segments.prospects.description: No order
          segments.prospects.action: Invite
          segments.prospects.channel: web
          segments.prospects.offer: A tea
          segments.net-returners.name: Sent
          segments.net-returners.description: Back
          segments.net-returners.action: Ask
          segments.net-returners.channel: phone
          segments.net-returners.offer: An ear
          """;
}
