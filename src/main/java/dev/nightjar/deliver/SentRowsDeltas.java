package dev.nightjar.deliver;

import dev.nightjar.pipeline.DeltaFinder;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Lets others find differences by the published state, without an audience or a delivery. */
@Component
final class SentRowsDeltas implements DeltaFinder {
  private static final Set<FileKind> MODES = EnumSet.of(FileKind.REMOVES, FileKind.ADDS);

  @Override
  public Open open(
      Connection session,
      String destination,
      String audience,
      List<String> columns,
      LocalDate night) {
    var holding = new DestinationState.Holding(destination, audience, columns);
    return new OfState(new DestinationState(session, holding, night));
  }

  private record OfState(DestinationState state) implements Open {
    @Override
    public OutputStream tonight() throws IOException, SQLException {
      return state.tonight();
    }

    @Override
    public List<Long> differ(long customers) {
      var change = state.compare(customers);
      return List.of(change.added(), change.changed(), change.removed());
    }

    @Override
    public String removes() {
      return state.rows(FileKind.REMOVES, MODES);
    }

    @Override
    public String adds() {
      return state.rows(FileKind.ADDS, MODES);
    }

    @Override
    public void keep(long customers) {
      DSL.using(state.session(), SQLDialect.POSTGRES)
          .transaction(transaction -> state.advance(transaction.dsl(), customers));
    }

    @Override
    public void close() {
      state.close();
    }
  }
}
