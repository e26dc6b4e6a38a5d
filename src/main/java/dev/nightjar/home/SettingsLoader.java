package dev.nightjar.home;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginProvider;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Binds the settings records with Spring Boot's binder and gathers what is wrong. */
final class SettingsLoader {
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9.\\[\\]-]+");
  private static final String ENVIRONMENT_PREFIX = "NIGHTJAR_";

  private static final Map<String, Class<?>> SECTIONS = sectionTypes();
  private static final Validator VALIDATOR =
      Validation.byDefaultProvider()
          .configure()
          .messageInterpolator(new ParameterMessageInterpolator())
          .buildValidatorFactory()
          .getValidator();

  private final Home home;
  private final List<PropertySource<?>> written = new ArrayList<>();
  private final List<PropertySource<?>> all = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  SettingsLoader(Home home) {
    this.home = home;
  }

  Settings load() {
    readOverrides();
    readFiles();
    all.addAll(written);
    all.add(written.isEmpty() ? 0 : 1, environment());
    var placeholders = new ArrayList<>(all);
    placeholders.add(new SystemEnvironmentPropertySource("variables", variables()));
    var binder =
        new Binder(
            ConfigurationPropertySources.from(all),
            new PropertySourcesPlaceholdersResolver(placeholders),
            ApplicationConversionService.getSharedInstance());
    reportUnknownKeys();
    SECTIONS.forEach(this::reportUnknownVariables);
    var sections = new LinkedHashMap<String, Object>();
    SECTIONS.forEach((section, type) -> sections.put(section, bind(binder, section, type)));
    var settings = new Settings(sections);
    checkSectionsAgainstEachOther(settings);
    if (!problems.isEmpty()) {
      throw new BadSettings(problems);
    }
    return settings;
  }

  private void readOverrides() {
    var values = new LinkedHashMap<String, Object>();
    for (var override : home.overrides()) {
      int equals = override.indexOf('=');
      if (equals < 1) {
        problems.add("--set " + override + ": is not of the form key=value");
      } else {
        values.put(override.substring(0, equals), override.substring(equals + 1));
      }
    }
    written.add(new MapPropertySource("--set", values));
  }

  private void readFiles() {
    if (!Files.isDirectory(home.config())) {
      problems.add(home.config() + ": there is no such folder");
      return;
    }
    try (var files = Files.list(home.config())) {
      for (var file : files.filter(f -> f.toString().matches(".*\\.ya?ml")).sorted().toList()) {
        readFile(file);
      }
    } catch (IOException e) {
      problems.add(home.config() + ": cannot be read: " + e.getMessage());
    }
  }

  private void readFile(Path file) throws IOException {
    try {
      var name = home.config().getParent().relativize(file).toString();
      written.addAll(new YamlPropertySourceLoader().load(name, new FileSystemResource(file)));
    } catch (RuntimeException e) {
      problems.add(file + ": is no YAML: " + e.getMessage());
    }
  }

  private static PropertySource<?> environment() {
    var values = new LinkedHashMap<String, Object>();
    variables()
        .forEach(
            (name, value) -> {
              if (name.startsWith(ENVIRONMENT_PREFIX)) {
                values.put(name.substring(ENVIRONMENT_PREFIX.length()), value);
              }
            });
    // the binder reads RFM_WINDOW as rfm.window only in a source whose name ends so
    return new SystemEnvironmentPropertySource("nightjar-systemEnvironment", values);
  }

  private static Map<String, Object> variables() {
    return new TreeMap<>(System.getenv());
  }

  private static Map<String, Class<?>> sectionTypes() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
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
    for (var source : written) {
      for (var key : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
        if (!KEY.matcher(key).matches()) {
          problems.add(key + ": is no key; it must be of letters, digits, - and .");
        }
      }
    }
    for (var source : ConfigurationPropertySources.from(written)) {
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
        problem.ifPresent(text -> problems.add(place(property) + name + ": " + text));
      }
    }
  }

  private void reportUnknownVariables(String section, Class<?> type) {
    var prefix = ENVIRONMENT_PREFIX + section.toUpperCase(Locale.ROOT) + "_";
    variables().keySet().stream()
        .filter(name -> name.startsWith(prefix))
        .filter(name -> !SettingsShape.isVariable(type, name.substring(prefix.length())))
        .forEach(name -> problems.add("variable " + name + ": is no setting"));
  }

  private @Nullable Object bind(Binder binder, String section, Class<?> type) {
    var settings = binder.bindOrCreate(section, Bindable.of(type), new Gathering());
    if (settings == null) {
      return null;
    }
    VALIDATOR.validate(settings).stream()
        .map(v -> section + "." + SettingsShape.keys(v.getPropertyPath()) + ": " + v.getMessage())
        // a value that could not be converted is missing too, and told already
        .filter(problem -> problems.stream().noneMatch(told -> isOfSameKey(told, problem)))
        .sorted()
        .toList()
        .forEach(this::add);
    if (settings instanceof Checked checked) {
      checked.problems().forEach(problem -> add(section + "." + problem));
    }
    return settings;
  }

  private void checkSectionsAgainstEachOther(Settings settings) {
    var effective = settings.effective();
    settings
        .sections()
        .forEach(
            (section, values) -> {
              if (values instanceof Checked checked) {
                checked.problems(effective).forEach(problem -> add(section + "." + problem));
              }
            });
  }

  private static boolean isOfSameKey(String told, String problem) {
    // of a key that could not be converted, the binder tells the name in small letters
    return told.toLowerCase(Locale.ROOT)
        .contains(problem.substring(0, problem.indexOf(": ") + 2).toLowerCase(Locale.ROOT));
  }

  /** Adds the problem of a value that was read, with the place of the value where it has one. */
  private void add(String problem) {
    var key = ConfigurationPropertyName.adapt(problem.substring(0, problem.indexOf(": ")), '.');
    problems.add(placeOf(key) + problem);
  }

  /** The first place that wins: of the key, of what is below it, else of its entry. */
  private String placeOf(ConfigurationPropertyName key) {
    for (var source : ConfigurationPropertySources.from(all)) {
      for (var name : (IterableConfigurationPropertySource) source) {
        if (key.equals(name) || key.isAncestorOf(name)) {
          return place(source.getConfigurationProperty(name));
        }
      }
    }
    return key.getNumberOfElements() > 3 ? placeOf(key.getParent()) : "";
  }

  /** Where a value was written: file, line and column, the option, or the variable. */
  private static String place(@Nullable ConfigurationProperty property) {
    var origin = property == null ? null : Origin.from(property);
    while (origin instanceof OriginProvider provider && provider.getOrigin() != null) {
      origin = provider.getOrigin();
    }
    if (origin instanceof TextResourceOrigin text && text.getLocation() != null) {
      var resource = text.getResource();
      var file = resource == null ? "" : String.valueOf(resource.getFilename());
      return "%s:%d:%d: "
          .formatted(file, text.getLocation().getLine() + 1, text.getLocation().getColumn() + 1);
    }
    if (origin instanceof SystemEnvironmentOrigin variable) {
      return "variable " + ENVIRONMENT_PREFIX + variable.getProperty() + ": ";
    }
    if (property != null && property.getSource() != null) {
      var source = property.getSource().getUnderlyingSource();
      return source instanceof MapPropertySource options ? options.getName() + " " : "";
    }
    return "";
  }

  /** Notes a value that cannot be converted and goes on with the default. */
  private final class Gathering implements BindHandler {
    @Override
    public @Nullable Object onFailure(
        ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error) {
      var property = context.getConfigurationProperty();
      Throwable root = error;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      problems.add(place(property) + name + ": is " + refusal(target.getType().toClass(), root));
      return null;
    }

    private static String refusal(Class<?> wanted, Throwable cause) {
      if (wanted.isEnum()) {
        return Arrays.stream(wanted.getEnumConstants())
            .map(each -> each.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
            .collect(Collectors.joining(", ", "none of: ", ""));
      }
      if (wanted == int.class || wanted == long.class) {
        return "no whole number";
      }
      var type = SettingsShape.key(wanted.getSimpleName()).replace('-', ' ');
      // a reason of Spring's own conversion names classes, not what to write
      var reason = cause instanceof ConversionException ? null : cause.getMessage();
      return "no " + type + (reason == null ? "" : " (" + reason + ")");
    }
  }
}
