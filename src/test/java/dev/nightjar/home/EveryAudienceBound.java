package dev.nightjar.home;

/** The audiences of {@link EverySetting}, bound. */
interface EveryAudienceBound {
  String TEXT =
      """
      audiences.holdout.percent: 2.5
      audiences.holdout.salt: everywhere
      audiences.holdout.days: 60
      audiences.suppressions.max-age: P2D
      audiences.suppressions.max-shrink: 0.5
      audiences.declared.vip.description: The best
      audiences.declared.vip.purpose: calls
      audiences.declared.vip.channel: phone
      audiences.declared.vip.priority: 3
      audiences.declared.vip.exclusive-group: win-back
      audiences.declared.vip.destinations: [crm]
      audiences.declared.vip.holdout.percent: 10
      audiences.declared.vip.holdout.salt: vip-1
      audiences.declared.vip.holdout.days: 30
      audiences.declared.vip.frequency: WEEKLY
      audiences.declared.vip.day: MONDAY
      audiences.declared.vip.minimum.warn-below: 200
      audiences.declared.vip.minimum.block-below: 100
      audiences.declared.vip.consent: FOR_CONTACTS
      audiences.declared.vip.identifiers: [EMAIL]
      audiences.declared.vip.select.segments: [Each]
      audiences.declared.vip.select.clusters: [1, one order, low value]
      audiences.declared.vip.select.tiers: [Low]
      audiences.declared.vip.select.r.at-least: 4
      audiences.declared.vip.select.r.at-most: 5
      audiences.declared.vip.select.f.at-least: 2
      audiences.declared.vip.select.f.at-most: 3
      audiences.declared.vip.select.m.at-least: 1
      audiences.declared.vip.select.m.at-most: 2
      audiences.declared.vip.select.moved.from: [Leads]
      audiences.declared.vip.select.moved.to: [Sent]
      audiences.declared.vip.select.moved.causes: [ORDERS, CUT_POINTS]
      audiences.declared.vip.select.moved.within-days: 7
      audiences.declared.vip.select.attributes.country: [GB, DE]
      audiences.declared.vip.select.attributes.paid-by: [card]
      audiences.declared.vip.select.days-since-order.at-least: 10
      audiences.declared.vip.select.days-since-order.at-most: 20
      audiences.declared.vip.select.days-since-first-order.at-least: 30
      audiences.declared.vip.select.days-since-first-order.at-most: 40
      audiences.declared.vip.select.orders.at-least: 2
      audiences.declared.vip.select.orders.at-most: 9
      audiences.declared.vip.select.net-value.at-least: 99.5
      audiences.declared.vip.select.net-value.at-most: 1000
      audiences.declared.vip.select.forecast.probability-alive.at-least: 0.5
      audiences.declared.vip.select.forecast.probability-alive.at-most: 0.9
      audiences.declared.vip.select.forecast.orders-90.at-least: 1
      audiences.declared.vip.select.forecast.orders-90.at-most: 3
      audiences.declared.vip.select.forecast.orders-365.at-least: 2
      audiences.declared.vip.select.forecast.orders-365.at-most: 12
      audiences.declared.vip.select.forecast.value-90.at-least: 10
      audiences.declared.vip.select.forecast.value-90.at-most: 30
      audiences.declared.vip.select.forecast.value-365.at-least: 20
      audiences.declared.vip.select.forecast.value-365.at-most: 120
      audiences.declared.vip.select.lookalikes.of.segments: [Each]
      audiences.declared.vip.select.lookalikes.of.clusters: [2]
      audiences.declared.vip.select.lookalikes.of.tiers: [High]
      audiences.declared.vip.select.lookalikes.count: 100
      audiences.declared.vip.except.segments: [Leads]
      audiences.declared.vip.except.clusters: [3]
      audiences.declared.vip.except.tiers: [High]
      audiences.declared.vip.except.r.at-least: 1
      audiences.declared.vip.except.r.at-most: 2
      audiences.declared.vip.except.f.at-least: 3
      audiences.declared.vip.except.f.at-most: 4
      audiences.declared.vip.except.m.at-least: 1
      audiences.declared.vip.except.m.at-most: 3
      audiences.declared.vip.except.moved.from: [Each]
      audiences.declared.vip.except.moved.to: [Leads]
      audiences.declared.vip.except.moved.causes: [NEW]
      audiences.declared.vip.except.moved.within-days: 2
      audiences.declared.vip.except.attributes.country: [FR]
      audiences.declared.vip.except.days-since-order.at-least: 1
      audiences.declared.vip.except.days-since-order.at-most: 2
      audiences.declared.vip.except.days-since-first-order.at-least: 3
      audiences.declared.vip.except.days-since-first-order.at-most: 4
      audiences.declared.vip.except.orders.at-least: 1
      audiences.declared.vip.except.orders.at-most: 2
      audiences.declared.vip.except.net-value.at-least: 1
      audiences.declared.vip.except.net-value.at-most: 2
      audiences.declared.vip.except.forecast.probability-alive.at-least: 0.1
      audiences.declared.vip.except.forecast.probability-alive.at-most: 0.2
      audiences.declared.vip.except.forecast.orders-90.at-least: 0
      audiences.declared.vip.except.forecast.orders-90.at-most: 1
      audiences.declared.vip.except.forecast.orders-365.at-least: 1
      audiences.declared.vip.except.forecast.orders-365.at-most: 2
      audiences.declared.vip.except.forecast.value-90.at-least: 3
      audiences.declared.vip.except.forecast.value-90.at-most: 4
      audiences.declared.vip.except.forecast.value-365.at-least: 5
      audiences.declared.vip.except.forecast.value-365.at-most: 6
      audiences.declared.vip.except.lookalikes.of.segments: [Sent]
      audiences.declared.vip.except.lookalikes.of.clusters: [1]
      audiences.declared.vip.except.lookalikes.of.tiers: [Low]
      audiences.declared.vip.except.lookalikes.count: 7
      """;
}
