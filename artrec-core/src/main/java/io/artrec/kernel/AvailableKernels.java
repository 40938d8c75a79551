package io.artrec.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** What the running JVM offers, found once. */
final class AvailableKernels {
  static final List<Kernels> ALL = find();
  static final Kernels BEST = ALL.get(0);

  private AvailableKernels() {}

  private static List<Kernels> find() {
    List<Kernels> found = new ArrayList<>();
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
      ServiceLoader.load(Kernels.class, Kernels.class.getClassLoader()).forEach(found::add);
    }
    found.add(new PlainKernels());
    return List.copyOf(found);
  }

  static Kernels named(String name) {
    return ALL.stream()
        .filter(kernels -> kernels.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "kernels '"
                        + name
                        + "' are not there, expected one of "
                        + ALL.stream().map(Kernels::name).collect(Collectors.joining(", "))
                        + "; simd needs java --add-modules jdk.incubator.vector"));
  }
}
