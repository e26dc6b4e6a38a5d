package dev.nightjar.alerts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** An alert as the JSON that webhooks and commands take. */
final class AlertJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private AlertJson() {}

  static String of(Alert alert, AlertsSettings.Format format) {
    return JSON.writeValueAsString(
        switch (format) {
          case GENERIC -> generic(alert);
          case SLACK -> Map.of("text", slack(alert.text()));
          case TEAMS -> teams(alert);
        });
  }

  private static Map<String, ?> generic(Alert alert) {
    var all = new LinkedHashMap<String, Object>();
    all.put("kind", alert.kind().key());
    all.put("title", alert.title());
    all.put("night", Objects.toString(alert.night(), null));
    all.put("stage", alert.stage());
    all.put("code", Objects.toString(alert.code(), null));
    all.put("meaning", alert.meaning());
    all.put("details", alert.details());
    all.put("command", alert.command());
    all.put("runbook", alert.runbook());
    all.put("console", Objects.toString(alert.console(), null));
    return all;
  }

  /** Slack reads these three characters as markup. */
  private static String slack(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static Map<String, ?> teams(Alert alert) {
    var facts =
        alert.facts().entrySet().stream()
            .map(fact -> Map.of("title", fact.getKey(), "value", fact.getValue()))
            .toList();
    var title =
        Map.of(
            "type",
            "TextBlock",
            "text",
            alert.title(),
            "weight",
            "bolder",
            "size",
            "medium",
            "wrap",
            true);
    var card =
        Map.of(
            "$schema",
            "http://adaptivecards.io/schemas/adaptive-card.json",
            "type",
            "AdaptiveCard",
            "version",
            "1.4",
            "body",
            List.of(title, Map.of("type", "FactSet", "facts", facts)));
    return Map.of(
        "type",
        "message",
        "attachments",
        List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card)));
  }
}
