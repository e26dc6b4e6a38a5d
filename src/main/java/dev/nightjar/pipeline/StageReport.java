package dev.nightjar.pipeline;

import java.util.Map;

/**
 * What a stage did.
 *
 * @param summary one line for people
 * @param counts the numbers of that line, and more, by name
 */
public record StageReport(String summary, Map<String, Long> counts) {}
