package dev.nightjar.home;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Binds the settings records with Spring Boot's binder and collects all problems. */
public final class SettingsLoader {
  private static final ConfigurationPropertyName SOURCES =
      ConfigurationPropertyName.of("ingest.sources");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9.\\[\\]-]+");
  private static final Map<Class<?>, String> KINDS =
      Map.of(
          BigDecimal.class, "number",
          LocalDate.class, "date",
          ZoneId.class, "time zone",
          Character.class, "single character");
  private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");

  static final Map<String, Class<?>> SECTIONS = sectionTypes();
  private static final Validator VALIDATOR =
      Validation.byDefaultProvider()
          .configure()
          .messageInterpolator(new ParameterMessageInterpolator())
          .buildValidatorFactory()
          .getValidator();

  private final List<String> problems = new ArrayList<>();
  private final SettingsSources sources;

  private SettingsLoader(Home home) {
    sources = new SettingsSources(home, SECTIONS, problems);
  }

  /**
   * Reads every {@code *.yaml} in the home's configuration folder, the environment ({@code
   * NIGHTJAR_RFM_WINDOW} is {@code rfm.window}) and the home's overrides; the later wins. Of two
   * files, none wins: a setting that both write is a problem.
   *
   * @throws BadSettings with every problem of every section
   */
  public static Settings load(Home home) {
    return new SettingsLoader(home).load();
  }

  /**
   * The problems that a home would have with one more file of settings, or another text of one.
   *
   * @param file name that the file would have
   * @param text file with its text, in the folder of the settings under a name that is not read
   */
  public static List<String> problems(Home home, String file, Path text) {
    var loader = new SettingsLoader(home);
    loader.sources.readInstead(file, text);
    try {
      loader.load();
      return List.of();
    } catch (BadSettings e) {
      var name = text.getFileName().toString();
      return e.problems().stream().map(each -> each.replace(name, file)).toList();
    }
  }

  /**
   * Reads one section, whatever is wrong with the others and with their files.
   *
   * @throws BadSettings with every problem of the section
   */
  public static <T> T section(Home home, Class<T> type) {
    var loader = new SettingsLoader(home);
    loader.sources.read();
    loader.problems.clear();
    var name = type.getAnnotation(ConfigurationProperties.class).value();
    var section = type.cast(loader.bind(loader.binder(), name, type));
    if (section == null || !loader.problems.isEmpty()) {
      throw new BadSettings(loader.problems);
    }
    return section;
  }

  private Binder binder() {
    return new Binder(
        ConfigurationPropertySources.from(sources.all()),
        sources.placeholders(),
        ApplicationConversionService.getSharedInstance());
  }

  private Settings load() {
    sources.read();
    var binder = binder();
    reportUnknownKeys();
    SECTIONS.forEach(this::reportUnknownVariables);
    var sections = new LinkedHashMap<String, Object>();
    SECTIONS.forEach((section, type) -> sections.put(section, bind(binder, section, type)));
    var settings = new Settings(sections);
    checkSectionsAgainstEachOther(settings);
    reportQuestions();
    problems.addAll(RepeatedKeys.problems(sources.written()));
    if (!problems.isEmpty()) {
      throw new BadSettings(problems);
    }
    return settings;
  }

  private static Map<String, Class<?>> sectionTypes() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    // reading all classes takes a fifth of the start
    scanner.setResourcePattern("**/*Settings.class");
    var types = new TreeMap<String, Class<?>>();
    for (var found : scanner.findCandidateComponents("dev.nightjar")) {
      try {
        var type = Class.forName(found.getBeanClassName());
        types.put(type.getAnnotation(ConfigurationProperties.class).value(), type);
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException("a settings record vanished", e);
      }
    }
    return types;
  }

  private void reportUnknownKeys() {
    for (var source : sources.written()) {
      for (var key : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
        if (!KEY.matcher(key).matches()) {
          problems.add(key + ": is not a key (expected: letters, digits, - and .)");
        }
      }
    }
    for (var source : ConfigurationPropertySources.from(sources.written())) {
      for (var name : (IterableConfigurationPropertySource) source) {
        var path = new ArrayList<String>();
        for (int i = 0; i < name.getNumberOfElements(); i++) {
          path.add(name.getElement(i, ConfigurationPropertyName.Form.ORIGINAL));
        }
        var type = SECTIONS.get(path.get(0));
        var problem =
            type == null
                ? Optional.of(
                    "is in no section"
                        + SettingsShape.didYouMean(path.get(0), List.copyOf(SECTIONS.keySet())))
                : SettingsShape.unknown(type, path.subList(1, path.size()));
        var property = source.getConfigurationProperty(name);
        problem.ifPresent(
            text -> problems.add(SettingsSources.place(property) + name + ": " + text));
      }
    }
  }

  /** What a draft of a source leaves open is the only problem of its place. */
  private void reportQuestions() {
    for (var source : ConfigurationPropertySources.from(sources.written())) {
      for (var name : (IterableConfigurationPropertySource) source) {
        var property = source.getConfigurationProperty(name);
        if (SOURCES.isAncestorOf(name) && property != null && property.getValue().equals("?")) {
          var place = SettingsSources.place(property);
          problems.removeIf(problem -> problem.startsWith(place));
          problems.add(place + name + ": is to be decided" + SettingsSources.comment(property));
        }
      }
    }
  }

  private void reportUnknownVariables(String section, Class<?> type) {
    var prefix = SettingsSources.ENVIRONMENT_PREFIX + section.toUpperCase(Locale.ROOT) + "_";
    SettingsSources.variables().keySet().stream()
        .filter(name -> name.startsWith(prefix))
        .filter(name -> !SettingsShape.isVariable(type, name.substring(prefix.length())))
        .forEach(name -> problems.add("variable " + name + ": is not a setting"));
  }

  private @Nullable Object bind(Binder binder, String section, Class<?> type) {
    var settings = binder.bindOrCreate(section, Bindable.of(type), new Gathering());
    if (settings == null) {
      return null;
    }
    VALIDATOR.validate(settings).stream()
        .map(v -> section + "." + SettingsShape.keys(v.getPropertyPath()) + ": " + v.getMessage())
        // a value that could not be converted is also missing, and is reported already
        .filter(problem -> problems.stream().noneMatch(known -> isOfSameKey(known, problem)))
        .sorted()
        .toList()
        .forEach(this::add);
    if (settings instanceof Checked checked) {
      checked.problems().forEach(problem -> add(section + "." + problem));
    }
    return settings;
  }

  private void checkSectionsAgainstEachOther(Settings settings) {
    settings
        .sections()
        .forEach(
            (section, values) -> {
              if (values instanceof Checked checked) {
                checked
                    .problems(settings.vocabulary())
                    .forEach(problem -> add(section + "." + problem));
              }
            });
  }

  private static boolean isOfSameKey(String known, String problem) {
    // the binder reports the key of a value that could not be converted in small letters
    return known
        .toLowerCase(Locale.ROOT)
        .contains(problem.substring(0, problem.indexOf(": ") + 2).toLowerCase(Locale.ROOT));
  }

  /** Adds the problem of a value, with the place of the value if it has one. */
  private void add(String problem) {
    var key = ConfigurationPropertyName.adapt(problem.substring(0, problem.indexOf(": ")), '.');
    problems.add(sources.placeOf(key) + problem);
  }

  /** Records a value that cannot be converted, and continues with the default. */
  private final class Gathering implements BindHandler {
    /** The binder would read on, off, yes and no as booleans. */
    @Override
    public Object onSuccess(
        ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
      var property = context.getConfigurationProperty();
      if (result instanceof Boolean && property != null) {
        var text = String.valueOf(property.getValue());
        if (!text.startsWith("${") && !BOOLEAN.matcher(text).matches()) {
          problems.add(SettingsSources.place(property) + name + ": is neither true nor false");
        }
      }
      return result;
    }

    @Override
    public @Nullable Object onFailure(
        ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error) {
      var property = context.getConfigurationProperty();
      Throwable root = error;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      problems.add(
          SettingsSources.place(property)
              + name
              + ": is "
              + refusal(target.getType().toClass(), root));
      return null;
    }

    private static String refusal(Class<?> wanted, Throwable cause) {
      if (wanted.isEnum()) {
        return Arrays.stream(wanted.getEnumConstants())
            .map(each -> each.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
            .collect(Collectors.joining(", ", "not one of: ", ""));
      }
      if (wanted == int.class || wanted == long.class) {
        return "not a whole number";
      }
      if (wanted.isRecord()) {
        return "not a map of settings";
      }
      var type =
          KINDS.getOrDefault(wanted, SettingsShape.key(wanted.getSimpleName()).replace('-', ' '));
      // the reason of a Spring conversion names classes, which does not help
      var reason = cause instanceof ConversionException ? null : cause.getMessage();
      return "not a " + type + (reason == null ? "" : " (" + reason + ")");
    }
  }
}
