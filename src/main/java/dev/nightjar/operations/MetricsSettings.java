package dev.nightjar.operations;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Figures for Prometheus.
 *
 * @param file file that each night replaces, for the textfile collector of the node exporter; its
 *     name ends in .prom; none for no file
 */
@ConfigurationProperties("metrics")
record MetricsSettings(@Nullable Path file) {}
