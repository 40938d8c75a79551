package io.artrec;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.artrec.error.ArtrecException;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The rules of CONTRIBUTING.md that a machine can hold. */
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
  void packages_areNamedAfterConcepts() {
    noClasses()
        .should()
        .resideInAnyPackage(
            "..impl..", "..util..", "..utils..", "..helper..", "..dto..", "..common..")
        .check(CORE);
  }

  @Test
  void classes_areNamedAfterWhatTheyAre() {
    noClasses()
        .should()
        .haveNameMatching(".*(Manager|Helper|Util|Utils|Processor|Impl)")
        .check(CORE);
  }

  @Test
  void exceptions_descendFromOneRoot() {
    classes()
        .that()
        .areAssignableTo(Throwable.class)
        .should()
        .beAssignableTo(ArtrecException.class)
        .check(CORE);
  }

  @Test
  void nothing_isSeriallyReadOrWritten_printedOrUnseeded() {
    noClasses()
        .that()
        .areNotAssignableTo(Throwable.class)
        .and()
        .areNotEnums()
        .and()
        .doNotHaveModifier(JavaModifier.SYNTHETIC)
        .should()
        .implement(Serializable.class)
        .check(CORE);
    noClasses().should().accessField(System.class, "out").check(CORE);
    noClasses().should().accessField(System.class, "err").check(CORE);
    noClasses()
        .should()
        .dependOnClassesThat(assignableTo(Random.class).and(not(assignableTo(SecureRandom.class))))
        .check(CORE);
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
        .check(CORE);
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
