package io.artrec.consumers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/** The public types of artrec's jars. */
final class PublicTypes {
  private PublicTypes() {}

  /** The modules in artrec's jars. */
  static List<ModuleReference> modules() {
    return List.copyOf(ModuleFinder.of(Jars.ours().toArray(Path[]::new)).findAll());
  }

  /** The public types of a module, nested ones included, whether their packages are exported. */
  static List<Class<?>> of(ModuleReference module) {
    Path jar = Path.of(URI.create(module.location().orElseThrow().toString()));
    List<Class<?>> types = new ArrayList<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (String entry : file.stream().map(Object::toString).toList()) {
        if (entry.endsWith(".class")
            && !entry.startsWith("META-INF/")
            && !entry.equals("module-info.class")
            && !entry.contains("/simd/")) {
          Class<?> type = load(entry.substring(0, entry.length() - 6).replace('/', '.'));
          if (isVisible(type)) {
            types.add(type);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + jar, e);
    }
    return types;
  }

  /** The public types of all modules that everybody may use. */
  static List<Class<?>> exported() {
    List<Class<?>> types = new ArrayList<>();
    for (ModuleReference module : modules()) {
      for (Class<?> type : of(module)) {
        if (isExported(module.descriptor(), type.getPackageName())) {
          types.add(type);
        }
      }
    }
    return types;
  }

  private static boolean isExported(ModuleDescriptor module, String name) {
    return module.exports().stream().anyMatch(e -> e.source().equals(name) && !e.isQualified());
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, PublicTypes.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name, e);
    }
  }

  private static boolean isVisible(Class<?> type) {
    Class<?> outer = type.getDeclaringClass();
    return Modifier.isPublic(type.getModifiers()) && (outer == null || isVisible(outer));
  }
}
