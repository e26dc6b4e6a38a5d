package dev.nightjar;

import dev.nightjar.audiences.AudiencesStage;
import dev.nightjar.clustering.ClusteringStage;
import dev.nightjar.deliver.DeliverStage;
import dev.nightjar.forecast.ForecastStage;
import dev.nightjar.ingest.IngestStage;
import dev.nightjar.orders.OrdersStage;
import dev.nightjar.pipeline.StageSteps;
import dev.nightjar.publish.PublishStage;
import dev.nightjar.rfm.RfmStage;
import dev.nightjar.segments.SegmentsStage;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The night: files land, become orders, scores, clusters, forecasts, segments, audiences, are
 * published, and are delivered.
 */
@Configuration
@EnableBatchProcessing
@EnableJdbcJobRepository(tablePrefix = "pipeline.batch_", databaseType = "POSTGRES")
class NightlyJob {

  @Bean
  Job nightly(
      StageSteps night,
      IngestStage ingest,
      OrdersStage orders,
      RfmStage rfm,
      ClusteringStage clustering,
      ForecastStage forecast,
      SegmentsStage segments,
      AudiencesStage audiences,
      PublishStage publish,
      DeliverStage deliver) {
    return night
        .job("nightly")
        .start(night.step(ingest))
        .next(night.step(orders))
        .next(night.step(rfm))
        .next(night.step(clustering))
        .next(night.step(forecast))
        .next(night.step(segments))
        .next(night.step(audiences))
        .next(night.step(publish))
        .next(night.step(deliver))
        .build();
  }
}
