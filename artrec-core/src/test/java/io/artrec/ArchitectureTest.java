package io.artrec;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rules of CONTRIBUTING.md for this module; {@code ModulesTest} holds those for all. */
class ArchitectureTest {
  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.artrec");

  @Test
  void packages_haveNoCycles() {
    slices().matching("io.artrec.(**)").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void core_knowsNoModuleAboveIt_andNoEngine() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "ai.djl..",
            "io.artrec.vision..",
            "io.artrec.text..",
            "io.artrec.llm..",
            "io.artrec.cf..",
            "io.artrec.eval..",
            "io.artrec.jdbc..",
            "io.artrec.testkit..")
        .check(CORE);
  }

  /** The order of additions in reduceLanes is open: interpreted and compiled code differ. */
  @Test
  void kernels_addLanesInAStatedOrder() {
    noClasses()
        .should()
        .callMethodWhere(
            target(name("reduceLanes"))
                .and(target(owner(assignableTo("jdk.incubator.vector.Vector")))))
        .check(CORE);
  }
}
