package dev.nightjar.home;

/** Sections in which no setting is left at its default; alerts and gates also as they are bound. */
interface EveryWatchSetting {
  String YAML =
      """
      guess:
        presets:
          till:
            system: till
            header: [Bon, Wert]
            without: [Position]
            feed: order-lines
            columns: {order: [Bon]}
            joined: [ordered-at]
            constants: {quantity: "1"}
            fill-down: [status]
            once-per-order: [total]
            kept-statuses: [bezahlt]
            other-statuses: [storniert]
            return-statuses: [Retoure]
            strip: "'"
            zone: Europe/Berlin
            ask: {customer: which}
      report: {folder: html, retention: P2Y}
      schedule: {cron: "0 3 * * *", zone: Europe/Vienna, catch-up: 3}
      metrics: {file: var/nightjar.prom}
      lineage:
        namespace: shops
        folder: var/openlineage
        retention: P1Y
        http: {url: "https://marquez.example/api/v1/lineage", token: t1ken, timeout: 2s}
      console:
        enabled: false
        host: 0.0.0.0
        port: 8443
        behind-proxy: true
        certificate: tls/chain.pem
        key: tls/key.pem
        idle: 10m
        longest: 8h
        metrics-token: 0123456789abcdef
        save-drafts: true
        api-requests: 60
        oidc:
          issuer: https://login.example
          client-id: nightjar
          client-secret: s3cret
          name-claim: email
          role-claim: roles
      alerts:
        on: [failure, overdue]
        console: https://nightjar.example
        overdue-after: 30h
        repeat-after: 12h
        timeout: 5s
        retries: 1
        webhooks:
          chat: {address: "https://chat.example/hook", format: slack, token: t0ken}
        email:
          host: mail.example
          port: 465
          security: tls
          user: nightjar
          password: pass9012
          from: nightjar@shop.example
          to: [ada@shop.example]
        commands:
          pager: {run: [/usr/local/bin/page, high]}
      gates:
        timeout: 5s
        checks: {moves-add-up: warn}
        declared:
          lines:
            measure: rows
            of: shop
            history: 6
            min-history: 2
            from: 50
            warn-if: {below: 0.5, above: 2}
            error-if: {below: 0.2, above: 5}
          number: {sql-number: "select 1", warn-if: {above: 1}}
          rows: {sql-rows: "select 1", error-if: {above: 0}}
      """;

  String ALERTS_BOUND =
      """
      alerts.on: [FAILURE, OVERDUE]
      alerts.console: https://nightjar.example
      alerts.overdue-after: PT30H
      alerts.repeat-after: PT12H
      alerts.timeout: PT5S
      alerts.retries: 1
      alerts.webhooks.chat.address: https://chat.example/hook
      alerts.webhooks.chat.format: SLACK
      alerts.webhooks.chat.token: t0ken
      alerts.email.host: mail.example
      alerts.email.port: 465
      alerts.email.security: TLS
      alerts.email.user: nightjar
      alerts.email.password: pass9012
      alerts.email.from: nightjar@shop.example
      alerts.email.to: [ada@shop.example]
      alerts.commands.pager.run: [/usr/local/bin/page, high]
      """;

  String LINEAGE_BOUND =
      """
      lineage.namespace: shops
      lineage.folder: var/openlineage
      lineage.retention: P1Y
      lineage.http.url: https://marquez.example/api/v1/lineage
      lineage.http.token: t1ken
      lineage.http.timeout: PT2S
        """;

  String CONSOLE_BOUND =
      """
      console.enabled: false
      console.host: 0.0.0.0
      console.port: 8443
      console.behind-proxy: true
      console.certificate: tls/chain.pem
      console.key: tls/key.pem
      console.idle: PT10M
      console.longest: PT8H
      console.metrics-token: 0123456789abcdef
      console.save-drafts: true
      console.api-requests: 60
      console.oidc.issuer: https://login.example
      console.oidc.client-id: nightjar
      console.oidc.client-secret: s3cret
      console.oidc.name-claim: email
      console.oidc.role-claim: roles
      """;

  String METRICS_BOUND =
      """
      metrics.file: var/nightjar.prom
      """;

  String GATES_BOUND =
      """
      gates.timeout: PT5S
      gates.checks.moves-add-up: WARN
      gates.declared.lines.measure: ROWS
      gates.declared.lines.sql-number: null
      gates.declared.lines.sql-rows: null
      gates.declared.lines.of: shop
      gates.declared.lines.history: 6
      gates.declared.lines.min-history: 2
      gates.declared.lines.from: 50
      gates.declared.lines.warn-if.below: 0.5
      gates.declared.lines.warn-if.above: 2
      gates.declared.lines.error-if.below: 0.2
      gates.declared.lines.error-if.above: 5
      gates.declared.number.measure: null
      gates.declared.number.sql-number: select 1
      gates.declared.number.sql-rows: null
      gates.declared.number.of: null
      gates.declared.number.history: 8
      gates.declared.number.min-history: 4
      gates.declared.number.from: 100
      gates.declared.number.warn-if.below: null
      gates.declared.number.warn-if.above: 1
      gates.declared.number.error-if.below: null
      gates.declared.number.error-if.above: null
      gates.declared.rows.measure: null
      gates.declared.rows.sql-number: null
      gates.declared.rows.sql-rows: select 1
      gates.declared.rows.of: null
      gates.declared.rows.history: 8
      gates.declared.rows.min-history: 4
      gates.declared.rows.from: 100
      gates.declared.rows.warn-if.below: null
      gates.declared.rows.warn-if.above: null
      gates.declared.rows.error-if.below: null
      gates.declared.rows.error-if.above: 0
      """;
}
