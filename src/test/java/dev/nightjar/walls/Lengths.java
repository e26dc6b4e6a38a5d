package dev.nightjar.walls;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Lines of files and of methods. */
final class Lengths {
  private static final int MOST_LINES_OF_A_FILE = 300;
  private static final int MOST_LINES_OF_A_METHOD = 40;

  private Lengths() {}

  /** The lines of a file or a method, and the most that it may have. */
  record Length(String name, long lines, int most) {
    boolean isTooMuch() {
      return lines > most;
    }

    double share() {
      return (double) lines / most;
    }

    @Override
    public String toString() {
      return "%s has %d lines, %s than %d"
          .formatted(name, lines, isTooMuch() ? "more" : "no more", most);
    }
  }

  /** Files and methods with more lines than one can take in. */
  static List<String> tooLong(Path folder) throws IOException {
    return all(folder).stream().filter(Length::isTooMuch).map(Length::toString).toList();
  }

  /** The longest ones that are not too long, relative to what they may have. */
  static List<Length> nearest(Path folder, int count) throws IOException {
    return all(folder).stream()
        .filter(each -> !each.isTooMuch())
        .sorted(Comparator.comparingDouble(Length::share).reversed())
        .limit(count)
        .toList();
  }

  private static List<Length> all(Path folder) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var tree = Files.walk(folder);
        var open = compiler.getStandardFileManager(null, null, UTF_8)) {
      var files = tree.filter(file -> file.toString().endsWith(".java")).sorted().toList();
      var sources = open.getJavaFileObjectsFromPaths(files);
      var task =
          (JavacTask) compiler.getTask(null, open, null, List.of("-proc:none"), null, sources);
      var found = new ArrayList<Length>();
      for (var file : files) {
        int lines = Files.readAllLines(file).size();
        found.add(new Length(file.toString(), lines, MOST_LINES_OF_A_FILE));
      }
      var methods = methods(Trees.instance(task).getSourcePositions(), found);
      for (var unit : task.parse()) {
        methods.scan(unit, unit);
      }
      return found;
    }
  }

  /** Measures methods from their first annotation or modifier to their closing brace. */
  private static TreeScanner<@Nullable Void, CompilationUnitTree> methods(
      SourcePositions positions, List<Length> found) {
    return new TreeScanner<>() {
      @Override
      public @Nullable Void visitMethod(MethodTree method, CompilationUnitTree unit) {
        var line = unit.getLineMap();
        long first = line.getLineNumber(positions.getStartPosition(unit, method));
        long last = line.getLineNumber(positions.getEndPosition(unit, method));
        var name = "%s:%d %s".formatted(unit.getSourceFile().getName(), first, method.getName());
        found.add(new Length(name, last - first + 1, MOST_LINES_OF_A_METHOD));
        return super.visitMethod(method, unit);
      }
    };
  }
}
