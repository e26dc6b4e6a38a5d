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
import java.util.List;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Lines of files and of methods. */
final class Lengths {
  private static final int MOST_LINES_OF_A_FILE = 300;
  private static final int MOST_LINES_OF_A_METHOD = 40;

  private Lengths() {}

  /** Files and methods with more lines than one can take in. */
  static List<String> tooLong(Path folder) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var tree = Files.walk(folder);
        var open = compiler.getStandardFileManager(null, null, UTF_8)) {
      var files = tree.filter(file -> file.toString().endsWith(".java")).sorted().toList();
      var sources = open.getJavaFileObjectsFromPaths(files);
      var task =
          (JavacTask) compiler.getTask(null, open, null, List.of("-proc:none"), null, sources);
      var found = new ArrayList<String>();
      for (var file : files) {
        report(file.toString(), Files.readAllLines(file).size(), MOST_LINES_OF_A_FILE, found);
      }
      var methods = methods(Trees.instance(task).getSourcePositions(), found);
      for (var unit : task.parse()) {
        methods.scan(unit, unit);
      }
      return found;
    }
  }

  private static void report(String name, long lines, int most, List<String> found) {
    if (lines > most) {
      found.add("%s has %d lines, more than %d".formatted(name, lines, most));
    }
  }

  /** Measures methods from their first annotation or modifier to their closing brace. */
  private static TreeScanner<@Nullable Void, CompilationUnitTree> methods(
      SourcePositions positions, List<String> found) {
    return new TreeScanner<>() {
      @Override
      public @Nullable Void visitMethod(MethodTree method, CompilationUnitTree unit) {
        var line = unit.getLineMap();
        long first = line.getLineNumber(positions.getStartPosition(unit, method));
        long last = line.getLineNumber(positions.getEndPosition(unit, method));
        var name = "%s:%d %s".formatted(unit.getSourceFile().getName(), first, method.getName());
        report(name, last - first + 1, MOST_LINES_OF_A_METHOD, found);
        return super.visitMethod(method, unit);
      }
    };
  }
}
