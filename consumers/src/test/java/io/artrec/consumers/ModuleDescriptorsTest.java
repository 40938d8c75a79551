package io.artrec.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the jars say of themselves to the module system. */
class ModuleDescriptorsTest {
  private static final ModuleFinder ALL =
      ModuleFinder.compose(ModuleFinder.ofSystem(), Jars.modules());

  @Test
  void everyJar_hasADescriptorOfItsName() throws IOException {
    assertThat(Jars.ours()).hasSize(10);
    for (Path jar : Jars.ours()) {
      ModuleDescriptor module = ModuleFinder.of(jar).findAll().iterator().next().descriptor();
      try (JarFile file = new JarFile(jar.toFile())) {
        String name = file.getManifest().getMainAttributes().getValue("Automatic-Module-Name");
        assertThat(module.name()).as(jar.toString()).isEqualTo(name).startsWith("io.artrec.");
      }
      assertThat(module.isAutomatic()).as(jar.toString()).isFalse();
      assertThat(module.rawVersion()).hasValue(System.getProperty("artrec.version"));
    }
  }

  @Test
  void packagesWithPublicTypes_areExported_andMachineryIsNot() {
    for (ModuleReference module : PublicTypes.modules()) {
      Set<String> exported =
          module.descriptor().exports().stream()
              .filter(exports -> !exports.isQualified())
              .map(Exports::source)
              .collect(Collectors.toCollection(TreeSet::new));
      Set<String> open =
          PublicTypes.of(module).stream()
              .map(Class::getPackageName)
              .filter(name -> !name.endsWith(".internal") && !name.endsWith(".simd"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(exported).as(module.descriptor().name()).isEqualTo(open);
    }
  }

  @Test
  void typesInPublicSignatures_areReadByWhoRequiresTheModule() {
    for (ModuleReference module : PublicTypes.modules()) {
      Set<String> readable = new TreeSet<>(Set.of("java.base"));
      passedOn(module.descriptor(), readable);
      // What is optional is required by whoever makes its objects.
      module.descriptor().requires().stream()
          .filter(requires -> requires.modifiers().contains(Requires.Modifier.STATIC))
          .forEach(requires -> readable.add(requires.name()));
      List<String> packages =
          readable.stream()
              .flatMap(name -> ALL.find(name).stream())
              .flatMap(read -> read.descriptor().packages().stream())
              .toList();
      List<String> hidden = new ArrayList<>();
      for (Class<?> type : PublicTypes.of(module)) {
        if (module.descriptor().exports().stream()
            .anyMatch(e -> e.source().equals(type.getPackageName()))) {
          mentioned(type)
              .filter(other -> !packages.contains(other.getPackageName()))
              .forEach(other -> hidden.add(type.getName() + " shows " + other.getName()));
        }
      }
      assertThat(hidden).as(module.descriptor().name()).isEmpty();
    }
  }

  private static void passedOn(ModuleDescriptor module, Set<String> names) {
    names.add(module.name());
    for (Requires requires : module.requires()) {
      if (requires.modifiers().contains(Requires.Modifier.TRANSITIVE)) {
        passedOn(ALL.find(requires.name()).orElseThrow().descriptor(), names);
      }
    }
  }

  private static Stream<Class<?>> mentioned(Class<?> type) {
    Stream<Class<?>> above =
        Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()));
    Stream<Class<?>> members =
        Stream.of(
                type.getDeclaredMethods(), type.getDeclaredConstructors(), type.getDeclaredFields())
            .flatMap(Arrays::stream)
            .filter(member -> isApi((Member) member))
            .flatMap(ModuleDescriptorsTest::types);
    return Stream.concat(above, members)
        .map(ModuleDescriptorsTest::element)
        .filter(mentioned -> !mentioned.isPrimitive());
  }

  private static boolean isApi(Member member) {
    return Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers());
  }

  private static Stream<Class<?>> types(AccessibleObject member) {
    if (member instanceof Field field) {
      return Stream.of(field.getType());
    }
    Executable executable = (Executable) member;
    Stream<Class<?>> taken =
        Stream.of(executable.getParameterTypes(), executable.getExceptionTypes())
            .flatMap(Arrays::stream);
    return executable instanceof Method method
        ? Stream.concat(taken, Stream.of(method.getReturnType()))
        : taken;
  }

  private static Class<?> element(Class<?> type) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    return element;
  }
}
