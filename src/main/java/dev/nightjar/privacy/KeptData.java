package dev.nightjar.privacy;

import dev.nightjar.database.Database;
import dev.nightjar.ports.PersonalData;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What is kept about people, in the tables and on this machine. */
@Component
final class KeptData implements PersonalData {
  private final Database database;
  private final DSLContext db;
  private final PersonErasure erasure;

  KeptData(Database database, DSLContext db, PersonErasure erasure) {
    this.database = database;
    this.db = db;
    this.erasure = erasure;
  }

  @Override
  public Erased erase(Named who) {
    database.migrate();
    return erasure.erase(who);
  }

  @Override
  public Named strangers(Named who) {
    database.migrate();
    return erasure.strangers(who);
  }

  @Override
  public Map<String, List<String>> about(Named who) {
    database.migrate();
    return new AccessReport(db, PersonalDataColumns.of(db), People.of(db, who)).rows();
  }
}
