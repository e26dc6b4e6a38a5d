package dev.nightjar.privacy;

import dev.nightjar.database.Database;
import dev.nightjar.home.Home;
import dev.nightjar.home.Settings;
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
  private final Home home;
  private final Settings settings;

  KeptData(Database database, DSLContext db, PersonErasure erasure, Home home, Settings settings) {
    this.database = database;
    this.db = db;
    this.erasure = erasure;
    this.home = home;
    this.settings = settings;
  }

  @Override
  public Erased erase(Named who) {
    return erasure.erase(who, RetainedFiles.of(home, settings));
  }

  @Override
  public Map<String, List<String>> about(Named who) {
    database.migrate();
    return new AccessReport(db, PersonalDataColumns.of(db), People.of(db, who)).rows();
  }
}
