package dev.nightjar.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import org.junit.jupiter.api.Test;

/** What erasing does follows from the comments of the tables, and no table is forgotten. */
@DatabaseTest
class PersonalDataColumnsTest {
  @Test
  void erasingKnowsEveryColumnOfPersonalData(Shop shop) {
    var catalogue = shop.query(PersonalDataColumns::of);
    assertThat(catalogue.unknown()).as("columns without a treatment").isEmpty();
    assertThat(catalogue.columns()).hasSizeGreaterThan(20);
  }

  @Test
  void aNewTableIsErasedFromByItsComments(Shop shop) {
    shop.query(
        db ->
            db.execute(
                """
                create table rfm.loyalty (customer_key text not null, nickname text, points integer);
                comment on column rfm.loyalty.customer_key is 'PII. Key of the customer.';
                comment on column rfm.loyalty.nickname is 'PII. What the customer is called.';
                insert into rfm.loyalty values ('A', 'Annie', 7), ('B', 'Bobby', 8);
                """));
    shop.with("privacy.secret=" + AwkwardShop.SECRET);
    var pseudonym = shop.erase("A").pseudonyms().get(0);
    assertThat(shop.rows("select * from rfm.loyalty order by points"))
        .containsExactly(pseudonym + "||7", "B|Bobby|8");
  }

  @Test
  void aColumnThatCannotBeErasedByRuleIsFound(Shop shop) {
    shop.query(
        db ->
            db.execute(
                """
                create table rfm.diary (line text);
                comment on column rfm.diary.line is 'PII. What somebody wrote.';
                create table rfm.motto (customer_key text, motto text not null);
                comment on column rfm.motto.motto is 'PII. What somebody says.';
                """));
    assertThat(shop.query(PersonalDataColumns::of).unknown())
        .containsExactly("rfm.diary.line", "rfm.motto.motto");
  }
}
