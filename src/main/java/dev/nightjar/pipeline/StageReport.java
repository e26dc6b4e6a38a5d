package dev.nightjar.pipeline;

import java.util.Map;

/**
 * The result of a stage.
 *
 * @param summary one readable line
 * @param counts the numbers of that line and others, by name
 */
public record StageReport(String summary, Map<String, Long> counts) {}
