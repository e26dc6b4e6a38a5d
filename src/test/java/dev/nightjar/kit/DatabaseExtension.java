package dev.nightjar.kit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/** Gives a test its database and its shop. */
final class DatabaseExtension implements ParameterResolver {
  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(DatabaseExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    var type = parameter.getParameter().getType();
    return type == TestDatabase.class || type == Shop.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    var given = test.getStore(OURS).computeIfAbsent("given", key -> new Given(), Given.class);
    return parameter.getParameter().getType() == Shop.class ? given.shop : given.database;
  }

  /** The store closes it after the test. */
  private static final class Given implements AutoCloseable {
    private final TestDatabase database;
    private final Path folder;
    private final Shop shop;

    private Given() {
      try {
        database = TestDatabase.create();
        folder = Scratch.folder("nightjar-shop");
        shop = new Shop(database, folder);
      } catch (SQLException | IOException e) {
        throw new IllegalStateException("no database for the test", e);
      }
    }

    @Override
    public void close() throws Exception {
      database.close();
      FileSystemUtils.deleteRecursively(folder);
    }
  }
}
