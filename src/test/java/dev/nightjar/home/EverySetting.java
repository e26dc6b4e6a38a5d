package dev.nightjar.home;

/** A configuration in which no setting is left at its default. */
final class EverySetting {
  /** Every key with another value than its default. */
  static final String YAML =
      EveryWatchSetting.YAML
          + """
      audiences:
        holdout: {percent: 2.5, salt: everywhere, days: 60}
        suppressions: {max-age: P2D, max-shrink: 0.5}
        declared:
          vip:
            description: The best
            purpose: calls
            channel: phone
            priority: 3
            exclusive-group: win-back
            destinations: [crm]
            holdout: {percent: 10, salt: vip-1, days: 30}
            frequency: weekly
            day: monday
            minimum: {warn-below: 200, block-below: 100}
            consent: for-contacts
            identifiers: [email]
            select:
              segments: [Each]
              clusters: [1, "one order, low value"]
              tiers: [Low]
              r: {at-least: 4, at-most: 5}
              f: {at-least: 2, at-most: 3}
              m: {at-least: 1, at-most: 2}
              moved: {from: [Leads], to: [Sent], causes: [orders, cut-points], within-days: 7}
              attributes: {country: [GB, DE], paid-by: card}
              days-since-order: {at-least: 10, at-most: 20}
              days-since-first-order: {at-least: 30, at-most: 40}
              orders: {at-least: 2, at-most: 9}
              net-value: {at-least: 99.5, at-most: 1000}
              forecast:
                probability-alive: {at-least: 0.5, at-most: 0.9}
                orders-90: {at-least: 1, at-most: 3}
                orders-365: {at-least: 2, at-most: 12}
                value-90: {at-least: 10, at-most: 30}
                value-365: {at-least: 20, at-most: 120}
              lookalikes: {of: {segments: [Each], clusters: [2], tiers: [High]}, count: 100}
            except:
              segments: [Leads]
              clusters: 3
              tiers: High
              r: {at-least: 1, at-most: 2}
              f: {at-least: 3, at-most: 4}
              m: {at-least: 1, at-most: 3}
              moved: {from: [Each], to: [Leads], causes: [new], within-days: 2}
              attributes: {country: FR}
              days-since-order: {at-least: 1, at-most: 2}
              days-since-first-order: {at-least: 3, at-most: 4}
              orders: {at-least: 1, at-most: 2}
              net-value: {at-least: 1, at-most: 2}
              forecast:
                probability-alive: {at-least: 0.1, at-most: 0.2}
                orders-90: {at-least: 0, at-most: 1}
                orders-365: {at-least: 1, at-most: 2}
                value-90: {at-least: 3, at-most: 4}
                value-365: {at-least: 5, at-most: 6}
              lookalikes: {of: {segments: [Sent], clusters: [1], tiers: [Low]}, count: 7}
      business:
        zone: Asia/Tokyo
        currency: JPY
        retention: P3Y
        history: P4Y
        rates:
          USD:
            - {from: 2024-01-01, rate: 141.8}
            - {from: 2025-01-01, rate: 157}
      clustering:
        population: segment
        segment: Loyal
        features:
          - {feature: share, attribute: paid-by, value: card, transform: none, percentiles: [5, 95]}
        scaling: robust
        min-k: 4
        max-k: 9
        min-share: 0.05
        criterion: elbow
        seed: 17
        starts: 3
        max-iterations: 50
        exact-up-to: 1000
        leaves: 500
        sample: 100
        refit: weekly
        min-adjusted-rand-index: 0.9
        naming:
          - name: Card lovers
            when: [{feature: paid-by=card, at-least: 0.9, at-most: 1}]
        tiers: [Low, High]
      db:
        url: jdbc:postgresql://db.example:5432/shop
        user: owner
        password: geheim
        port: 5433
      destinations:
        profiles:
          generic-csv:
            version: "2"
            source: https://crm.example/import
            checked-on: 2026-11-22
            notes: [Call before noon.]
            channel: phone
            purpose: calls
            removal: none
            format: csv
            compression: gzip
            encoding: iso-8859-1
            layout: {folder: Import, file: "{audience}-{kind}-{date}", extension: txt, marker: "{file}.fin", manifest: none, copy: now}
            quotes: everywhere
            header: false
            delimiter: tab
            line-end: crlf
            preamble: ["first line, {action}"]
            actions: {full: all, adds: more, removes: less}
            parameters: {list-id: "-1"}
            formula-guard: true
            warn-below: 5
            require-at-least: 3
            max-rows: 1000
            max-bytes: 2MB
            encryption: {recipients: [keys/crm.asc], armor: true, extension: gpg, signing-key: keys/own.asc, passphrase: phrase1234}
            columns: [{header: b, constant: c, leaver: l, values: {a: b}, encoding: base64, compared: false,
               clears: true},
                {header: a, field: consent, name: calls}]
            optional-columns: [{header: o}]
            include: [o]
          crm:
            version: "1"
            source: https://crm.example/import
            checked-on: 2026-11-22
            channel: phone
            purpose: calls
            format: ndjson
            parameters: {list-id: "-2"}
            columns:
              - {header: d, field: email, normaliser: email-lower, hashed: true, algorithm: md5, encoding: base64, need: identifier,
                 compared: true}
      forecast: {min-repeat-buyers: 30}
      ingest:
        landing: files/landing
        poll: 30s
        folder:
          enabled: false
          path: drop
          min-age: 1m
        sftp:
          shop:
            host: sftp.example
            port: 2222
            path: outgoing
            user: shop
            password: pass1234
            key-file: keys/id_ed25519
            passphrase: phrase1234
            known-hosts: keys/known_hosts
            done-file: "{name}.done"
            after: delete
            min-age: 1m
        s3:
          shop:
            bucket: shop-files
            prefix: new/
            after: tag
            archive-prefix: old/
            region: us-east-1
            endpoint: http://localhost:9000
            path-style: false
        sources:
          shop:
            feed: order-lines
            files: orders-*.tsv
            layout:
              format: blanks
              encoding: windows-1252
              delimiter: ";"
              quote: "'"
              header: false
              sheets: [May, June]
              skip-lines: 2
              comment: "%"
              escape: "\\\\"
            columns:
              order: a
              customer: b
              ordered-at: [c, C]
              unit-price: ["Amount, net"]
              refunded: d
              status: {first-of: [s, S]}
            constants:
              quantity: 1
            attributes:
              paid-by: f
            fill-down: [ordered-at, paid-by]
            once-per-order: [refunded]
            date-format: ["d. MMMM yyyy, HH:mm", iso-8601]
            locale: de-AT
            zone: America/New_York
            numbers:
              decimal: ","
              thousands: "."
            keys: {lower: true, strip: "'", damaged: reject}
            no-customer: [anonymous]
            currency: USD
            kept-statuses: [done, sent]
            return-marker:
              order-prefix: R
              statuses: [back]
              negative-quantity: true
            returns: ignore
            free-lines: count
            duplicates: drop-identical
            same-name: addition
            expect:
              required: true
              by: "06:30"
              min-files: 2
              max-files: 3
              min-rows: 10
              max-rows: 1000
              max-reject-share: 0.5
      privacy:
        secret: geheimer-als-geheim
      deliver:
        destination: crm
        folder: out
        outbox: tmp/outbox
        files: {crm: [removes, adds]}
        guard: {max-removes: 0.5, max-growth: 2, max-changes: 0.4, from: 50}
        retention: P1Y
        deliveries:
          crm:
            sftp:
              host: crm.example
              port: 2022
              path: incoming
              user: crm
              password: pass5678
              key-file: keys/crm
              passphrase: phrase5678
              known-hosts: keys/crm_hosts
            retries: 1
            retention: P30D
            parameters: {vip: {list-id: "7"}}
      rfm:
        rule: r-rfm
        bins: 4
        window: P2Y
        direction: 1-is-best
        refit: weekly
        recency: {rule: fixed, bins: 4, thresholds: [90, 180, 365.5], at-threshold: above}
        frequency: {rule: percent-rank, bins: 4, thresholds: [0.3, 0.6, 0.9], counts: days}
        monetary: {rule: fixed, bins: 4, thresholds: [100, 200, 300], at-threshold: above, value: mean-order}
      segments:
        map: own
        maps:
          rfm-125:
            scores: 0-1
            direction: 1-is-best
            waiver: so be it
            segments:
              - name: All
                rank: 1
                codes: 000 010 110 111
                patterns: 0?1
                boxes:
                  - {r: 0, f: 0, m: 1, fm: 0-0.5, days-since-order: {at-least: 1, at-most: 9}, orders: {at-least: 1, at-most: 3},
                     days-since-first-order: {at-least: 2, at-most: 99}, net-value: {at-least: 0.5, at-most: 7},
                     attributes: {country: [GB, DE], paid-by: card}}
                description: All of them
                action: Write
                channel: email
                offer: A card
            else: {name: Rest, description: Not all, action: Wait, channel: post, offer: A coin}
          own: {scores: {r: 1-4, f: 1-4, m: 0-3}, direction: 1-is-best, segments: [{name: Each, patterns: "??"}]}
        lapsed: {name: Gone, description: Long ago, action: Call, channel: app, offer: A hat}
        prospects: {name: Leads, description: No order, action: Invite, channel: web, offer: A tea}
        net-returners: {name: Sent, description: Back, action: Ask, channel: phone, offer: An ear}
      """;

  private EverySetting() {}
}
