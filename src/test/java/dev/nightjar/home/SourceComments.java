package dev.nightjar.home;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The Javadoc of records and enums, read from their sources as Markdown. */
final class SourceComments extends TreePathScanner<@Nullable Void, String> {
  private final DocTrees trees;
  private final Map<String, String> comments = new HashMap<>();

  private SourceComments(DocTrees trees) {
    this.trees = trees;
  }

  static SourceComments of(Path folder) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var tree = Files.walk(folder);
        var open = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      var files = tree.filter(file -> file.toString().endsWith(".java")).toList();
      var sources = open.getJavaFileObjectsFromPaths(files);
      var task =
          (JavacTask) compiler.getTask(null, open, null, List.of("-proc:none"), null, sources);
      var comments = new SourceComments(DocTrees.instance(task));
      for (var unit : task.parse()) {
        comments.scan(unit, unit.getPackageName() + ".");
      }
      return comments;
    }
  }

  /** What a type is; empty where its source does not say it. */
  String of(Class<?> type) {
    return comments.getOrDefault(type.getName(), "");
  }

  /** What a component of a record or a constant of an enum is; empty where nothing says it. */
  String of(Class<?> type, String member) {
    return comments.getOrDefault(type.getName() + "#" + member, "");
  }

  @Override
  public @Nullable Void visitClass(ClassTree type, String prefix) {
    var name = prefix + type.getSimpleName();
    var comment = trees.getDocCommentTree(getCurrentPath());
    if (comment != null) {
      comments.put(name, markdown(comment.getFullBody()));
      comment.getBlockTags().stream()
          .filter(ParamTree.class::isInstance)
          .map(ParamTree.class::cast)
          .forEach(
              each -> comments.put(name + "#" + each.getName(), markdown(each.getDescription())));
    }
    super.visitClass(type, name + "$");
    return null;
  }

  @Override
  public @Nullable Void visitVariable(VariableTree constant, String prefix) {
    var comment = trees.getDocCommentTree(getCurrentPath());
    if (comment != null) {
      var type = prefix.substring(0, prefix.length() - 1);
      comments.putIfAbsent(type + "#" + constant.getName(), markdown(comment.getFullBody()));
    }
    return null;
  }

  private static String markdown(List<? extends DocTree> texts) {
    return texts.stream()
        .map(SourceComments::markdown)
        .collect(Collectors.joining())
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String markdown(DocTree text) {
    if (text instanceof LiteralTree literal) {
      return "`" + literal.getBody().toString().strip() + "`";
    }
    if (text instanceof LinkTree link) {
      return link.getLabel().isEmpty()
          ? link.getReference().getSignature().replaceAll(".*[.#]", "")
          : markdown(link.getLabel());
    }
    return text.toString();
  }
}
