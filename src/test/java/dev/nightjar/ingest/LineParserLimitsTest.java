package dev.nightjar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.formats.BadFile;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineParserLimitsTest {
  private static final ASource ORDERS = ASource.ofOrders();

  @ParameterizedTest
  @ValueSource(strings = {"1e2147483647", "1234567890e2147483640"})
  void decimalsWhoseScaleOverflowsAreRejects(String text) {
    assertThat(ALine.of(ORDERS).with("quantity", text).fault())
        .isIn("2|quantity|not-a-decimal", "2|quantity|out-of-range");
  }

  @Test
  void aYearThatNoOtherZoneCanHoldIsAReject() {
    var line = ALine.of(ORDERS.zone("America/New_York"), "Asia/Tokyo");
    assertThat(line.with("ordered-at", "+999999999-12-31 23:00:00").fault())
        .isEqualTo("2|ordered-at|not-a-time");
  }

  @Test
  void aHeaderWithAMappedColumnTwiceIsABadFile() {
    var header = new ArrayList<>(ORDERS.header());
    header.add("quantity");
    assertThatThrownBy(() -> new LineParser(ORDERS.source(), header, ALine.business("UTC")))
        .isInstanceOf(BadFile.class)
        .hasMessage("the header has column quantity twice");
  }
}
