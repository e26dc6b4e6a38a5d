package dev.nightjar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.Application;
import dev.nightjar.home.Failure;
import dev.nightjar.home.Home;
import dev.nightjar.kit.Installation;
import dev.nightjar.kit.SettableClock;
import dev.nightjar.pipeline.Progress;
import dev.nightjar.ports.FilePreviews;
import dev.nightjar.ports.FilePreviews.Preview;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcePreviewsTest {
  private static final Path INSTALLATION = Installation.folder();

  @TempDir Path folder;

  @Test
  void aPreviewShowsTypedRowsRejectsAndTheVerdict() throws Exception {
    var file =
        file(
            "orders-1.csv",
            """
            order_number,ordered_at,customer_id,product_code,quantity,unit_price,status
            1,2025-01-10 12:00:00,A,P,01,10.50,completed
            2,2025-02-30 12:00:00,A,P,1,10.00,completed
            """);
    var preview = preview(file, null);
    assertThat(preview.source()).isEqualTo("shop-orders");
    assertThat(preview.layout()).isEqualTo("csv, comma, UTF-8");
    assertThat(preview.columns())
        .containsExactly(
            "order_number",
            "customer_key",
            "ordered_at",
            "product_code",
            "quantity",
            "unit_price",
            "status");
    assertThat(preview.rows())
        .containsExactly(List.of("1", "A", "2025-01-10T12:00", "P", "1", "10.50", "completed"));
    assertThat(preview.read()).isEqualTo(2);
    assertThat(preview.rejects()).isEqualTo(Map.of("ordered_at not-a-time", 1L));
    assertThat(preview.firstRejects()).containsExactly("line 3: ordered_at not-a-time");
    assertThat(preview.examples())
        .isEqualTo(Map.of("ordered_at not-a-time", "2025-02-30 12:00:00"));
    assertThat(preview.verdict())
        .isEqualTo("quarantined: 1 of 2 lines are rejects, more than the source's share of 0.1");
    assertThat(preview.isLoaded()).isFalse();
    assertThat(preview(file, "shop-customers").verdict())
        .startsWith("quarantined, line 1: the header has no column updated_at");
  }

  @Test
  void aPreviewShowsAmountsOfOtherCurrenciesConverted() throws Exception {
    var header =
        "order_number,ordered_at,customer_id,product_code,quantity,unit_price,status,currency\n";
    var file = file("orders-1.csv", header + "1,2025-01-10 12:00:00,A,P,1,10.50,completed,EUR\n");
    var settings =
        List.of(
            "ingest.sources.shop-orders.columns.currency=currency",
            "business.rates.EUR[0].from=2025-01-01",
            "business.rates.EUR[0].rate=0.8");
    var preview = examine(folder, settings, examiner -> examiner.preview(file, null, 10));
    assertThat(preview.rows()).singleElement().asList().contains("8.400");
  }

  @Test
  void aFileThatNoSourceTakesIsRefusedWithTheNextCommand() throws Exception {
    var file = file("unknown.txt", "a,b\n1,2\n");
    assertThatThrownBy(() -> preview(file, null))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("nightjar guess");
    assertThatThrownBy(() -> preview(folder.resolve("none.csv"), null))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("File not found");
  }

  private Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private Preview preview(Path file, @Nullable String source) {
    return examine(folder, List.of(), examiner -> examiner.preview(file, source, 10));
  }

  private static <T> T examine(
      Path home, List<String> settings, Function<FilePreviews, T> question) {
    var place = new Home(home, INSTALLATION, settings);
    try (var context = Application.open(place, Progress.silent(), new SettableClock())) {
      return question.apply(context.getBean(FilePreviews.class));
    }
  }
}
