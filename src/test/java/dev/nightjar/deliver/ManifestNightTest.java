package dev.nightjar.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the manifest of an extract says to its readers. */
@DatabaseTest
class ManifestNightTest {
  private static final String NIGHT = "2025-01-31";

  @Test
  void eachPartOfASplitFileHasItsNumber(Shop shop) {
    Everybody.in(shop, "generic-csv").with("destinations.profiles.generic-csv.max-rows=1");
    Everybody.tell(shop, "2025-01-01", "A,Ann,ann@example.com", "B,Bob,bob@example.com");
    shop.run(NIGHT);
    assertThat(texts(manifest(shop, "generic-csv").get("resources"), "name"))
        .containsExactly("all-1", "all-2");
  }

  @Test
  void aReaderLearnsTheDialectTheTypesAndUniqueNames(Shop shop) {
    Everybody.in(shop, "meta-customer-list,brevo,generic-csv")
        .with("destinations.profiles.meta-customer-list.purpose=marketing")
        .with("destinations.profiles.brevo.purpose=marketing")
        .with("audiences.declared.all.identifiers=email");
    Everybody.tell(shop, "2025-01-01", "A,Ann,ann@example.com");
    shop.run(NIGHT);
    var meta = manifest(shop, "meta-customer-list").at("/resources/0/schema/fields");
    assertThat(texts(meta, "name"))
        .startsWith("email", "email_2", "email_3", "phone", "phone_2", "phone_3", "madid");
    assertThat(manifest(shop, "brevo").at("/resources/0/dialect/delimiter").asString())
        .isEqualTo(";");
    var generic = manifest(shop, "generic-csv").get("resources").get(0);
    assertThat(generic.get("encoding").asString()).isEqualTo("utf-8");
    assertThat(generic.get("format").asString()).isEqualTo("csv");
    assertThat(texts(generic.at("/schema/fields"), "type"))
        .endsWith("string", "integer", "integer", "number");
  }

  @Test
  void peopleWhoUploadFindTheNotesOfTheProfile(Shop shop) {
    Everybody.in(shop, "google-customer-match")
        .with("audiences.declared.all.purpose=advertising")
        .with("audiences.declared.all.identifiers=email");
    Everybody.tell(shop, "2025-01-01", "A,Ann,ann@example.com");
    shop.run(NIGHT);
    assertThat(manifest(shop, "google-customer-match").at("/nightjar/profile/notes").toString())
        .contains("Declare consent")
        .contains("2026-04-01");
  }

  private static JsonNode manifest(Shop shop, String destination) {
    var path = destination + "/all/" + NIGHT + "/" + Extract.MANIFEST;
    return JsonMapper.shared().readTree(shop.extracts().get(path));
  }

  private static List<String> texts(JsonNode nodes, String key) {
    var texts = new ArrayList<String>();
    nodes.forEach(each -> texts.add(each.get(key).asString()));
    return texts;
  }
}
