package io.artrec.consumers;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleReference;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What applications can reach is what is promised, and everything there has a name of its own. */
class PublicApiTest {
  private static final List<Class<?>> TYPES = PublicTypes.exported();

  @Test
  void signatures_doNotShowMachinery() {
    List<String> shown = new ArrayList<>();
    for (Class<?> type : TYPES) {
      signatures(type)
          .flatMap(PublicApiTest::classes)
          .filter(shows -> shows.getPackageName().endsWith(".internal"))
          .forEach(shows -> shown.add(type.getName() + " shows " + shows.getName()));
    }
    assertThat(shown).isEmpty();
  }

  @Test
  void machineryOfAModule_isUsedByThoseItIsExportedTo() {
    Map<String, ModuleDescriptor> modules = new HashMap<>();
    for (ModuleReference module : PublicTypes.modules()) {
      module.descriptor().packages().forEach(name -> modules.put(name, module.descriptor()));
    }
    Set<String> reached = new TreeSet<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.artrec")) {
      ModuleDescriptor own = modules.get(type.getPackageName());
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
        ModuleDescriptor other = modules.get(target);
        if (own != null
            && other != null
            && !own.equals(other)
            && target.endsWith(".internal")
            && !isExported(other, target, own)) {
          reached.add(type.getName() + " uses " + target);
        }
      }
    }
    assertThat(reached).isEmpty();
  }

  @Test
  void noTwoTypes_haveOneName() {
    Map<String, Long> counts =
        TYPES.stream()
            .filter(type -> type.getDeclaringClass() == null)
            .collect(groupingBy(Class::getSimpleName, counting()));
    assertThat(counts).hasSizeGreaterThan(600).allSatisfy((name, n) -> assertThat(n).isOne());
  }

  private static boolean isExported(ModuleDescriptor from, String name, ModuleDescriptor to) {
    for (Exports exports : from.exports()) {
      if (exports.source().equals(name)) {
        return exports.targets().contains(to.name());
      }
    }
    return false;
  }

  /** The types in the public signatures of a type, those that it inherits included. */
  private static Stream<Type> signatures(Class<?> type) {
    Stream<Type> above =
        Stream.concat(
            Stream.ofNullable(type.getGenericSuperclass()),
            Arrays.stream(type.getGenericInterfaces()));
    Stream<Type> methods =
        Arrays.stream(type.getMethods())
            .filter(method -> !method.isBridge())
            .flatMap(PublicApiTest::ofMethod);
    Stream<Type> constructors =
        Arrays.stream(type.getConstructors())
            .map(Constructor::getGenericParameterTypes)
            .flatMap(Arrays::stream);
    Stream<Type> fields = Arrays.stream(type.getFields()).map(Field::getGenericType);
    return Stream.of(above, methods, constructors, fields).flatMap(all -> all);
  }

  private static Stream<Type> ofMethod(Method method) {
    return Stream.concat(
        Stream.of(method.getGenericReturnType()),
        Stream.of(method.getGenericParameterTypes(), method.getGenericExceptionTypes())
            .flatMap(Arrays::stream));
  }

  private static Stream<Class<?>> classes(Type type) {
    if (type instanceof Class<?> alone) {
      return alone.isArray() ? classes(alone.getComponentType()) : Stream.of(alone);
    }
    if (type instanceof ParameterizedType generic) {
      return Stream.concat(
          classes(generic.getRawType()),
          Arrays.stream(generic.getActualTypeArguments()).flatMap(PublicApiTest::classes));
    }
    if (type instanceof GenericArrayType array) {
      return classes(array.getGenericComponentType());
    }
    if (type instanceof WildcardType wildcard) {
      return Stream.of(wildcard.getUpperBounds(), wildcard.getLowerBounds())
          .flatMap(Arrays::stream)
          .flatMap(PublicApiTest::classes);
    }
    return Stream.empty();
  }
}
