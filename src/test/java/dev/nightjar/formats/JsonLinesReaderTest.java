package dev.nightjar.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesReaderTest {
  @Test
  void valuesKeepTheirText() {
    assertThat(
            AFile.of(
                    "{\"a\":\"Zoë\",\"b\":2.50,\"c\":true,\"d\":null,\"e\":1e999999}",
                    "{\"e\":12345678901234567890.10,\"a\":\"\\u20ac \\\"x\\\"\"}")
                .read(AFile.ANY))
        .containsExactly(
            "json-lines, UTF-8",
            "a|b|c|d|e",
            "1: Zoë|2.50|true||1e999999",
            "2: € \"x\"||||12345678901234567890.10");
  }

  @Test
  void columnsAreTheKeysOfTheFirstObjectAndTheWantedOnes() {
    assertThat(AFile.of("{\"b\":1}", "", "{\"a\":2,\"z\":3}").read(AFile.ANY, "a", "b"))
        .containsExactly("json-lines, UTF-8", "b|a", "1: 1|", "3: |2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1]",
        "1",
        "{\"a\":1",
        "{\"a\":1} {\"a\":2}",
        "{\"a\":1,\"a\":2}",
        "{a:1}",
        "{\"a\":NaN}",
        "{\"a\":\"x}",
        "nonsense",
        "{\"a\":01}"
      })
  void aLineThatIsNoObjectIsAFault(String line) {
    assertThat(AFile.of("{\"a\":0}", line, "{\"a\":3}").read(AFile.ANY))
        .containsExactly("json-lines, UTF-8", "a", "1: 0", "2 NOT_A_JSON_OBJECT: " + line, "3: 3");
  }

  @Test
  void aNestedValueIsAFaultWhereItIsWanted() {
    var file = AFile.of("{\"a\":1,\"b\":[1,{\"c\":2}]}", "{\"a\":{\"x\":1},\"b\":2}");
    assertThat(file.read(AFile.ANY, "a"))
        .containsExactly("json-lines, UTF-8", "a|b", "1: 1|", "2 NESTED_VALUE: |2");
  }

  @Test
  void deepNestingIsAFaultAndNoOverflow() {
    var deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThat(AFile.of("{\"a\":1}", deep).read(AFile.ANY).get(3))
        .startsWith("2 NOT_A_JSON_OBJECT");
  }

  @Test
  void faultsBeforeTheFirstObjectAreKept() {
    assertThat(AFile.of("{broken", "{\"a\":1}").read(AFile.ANY))
        .containsExactly("json-lines, UTF-8", "a", "1 NOT_A_JSON_OBJECT: {broken", "2: 1");
    assertThatThrownBy(() -> AFile.of("{broken").read(AFile.ANY))
        .isInstanceOf(BadFile.class)
        .hasMessage("no line is a JSON object");
  }

  @Test
  void linesEndInEveryUsualWay() {
    assertThat(AFile.of("{\"a\":1}\r\n\r\n{\"a\":2}\r{\"a\":3}\n\n{\"a\":4}").read(AFile.ANY))
        .containsExactly("json-lines, UTF-8", "a", "1: 1", "3: 2", "4: 3", "6: 4");
  }

  @Test
  void anEndlessLineIsABadFile() {
    var file = AFile.of("{\"a\":1}", "{\"a\":\"" + "x".repeat(17 << 20) + "\"}");
    assertThatThrownBy(() -> file.read(AFile.ANY))
        .isInstanceOfSatisfying(BadFile.class, e -> assertThat(e.line()).isEqualTo(2))
        .hasMessage("a line is longer than 16,777,216 characters");
  }
}
