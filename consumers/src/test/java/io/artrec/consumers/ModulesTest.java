package io.artrec.consumers;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The rules of CONTRIBUTING.md that a machine can hold, where all modules are on the class path.
 */
class ModulesTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.artrec");

  @Test
  void djl_isKnownToArtrecDjlAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.artrec.djl..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ai.djl..", "ai.onnxruntime..")
        .check(ALL);
  }

  @Test
  void artrecDjl_knowsCoreAlone() {
    noClasses()
        .that()
        .resideInAPackage("io.artrec.djl..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.artrec.text..",
            "io.artrec.llm..",
            "io.artrec.cf..",
            "io.artrec.eval..",
            "io.artrec.vision..")
        .check(ALL);
  }

  @Test
  void artrecText_knowsNoEngineAndNoLanguageModel() {
    noClasses()
        .that()
        .resideInAPackage("io.artrec.text..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.artrec.llm..", "io.artrec.djl..", "ai..", "dev.langchain4j..")
        .check(ALL);
  }

  @Test
  void texts_imagesBehaviorAndEvaluation_doNotKnowEachOther() {
    for (String module : new String[] {"text", "llm", "cf", "eval", "vision"}) {
      String[] others =
          Stream.of("text", "llm", "cf", "eval", "vision")
              .filter(other -> !other.equals(module))
              .filter(other -> !(module.equals("llm") && other.equals("text")))
              .map(other -> "io.artrec." + other + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage("io.artrec." + module + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .check(ALL);
    }
  }

  @Test
  void packagesOfEveryModule_haveNoCycles() {
    for (String module : new String[] {"text", "llm", "djl", "cf", "eval", "vision"}) {
      slices().matching("io.artrec." + module + ".(*)..").should().beFreeOfCycles().check(ALL);
    }
  }

  @Test
  void packages_areNamedAfterConcepts() {
    noClasses()
        .should()
        .resideInAnyPackage(
            "..impl..", "..util..", "..utils..", "..helper..", "..dto..", "..common..")
        .check(ALL);
  }

  @Test
  void classes_areNamedAfterWhatTheyAre() {
    noClasses()
        .should()
        .haveNameMatching(".*(Manager|Helper|Util|Utils|Processor|Impl)")
        .check(ALL);
  }

  @Test
  void testLibraries_areKnownToContractsAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..testkit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.junit..", "org.assertj..")
        .check(ALL);
  }

  @Test
  void exceptions_descendFromOneRoot() {
    classes()
        .that()
        .areAssignableTo(Throwable.class)
        .and()
        .arePublic()
        .should()
        .beAssignableTo(ArtrecException.class)
        .check(ALL);
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
        .check(ALL);
    noClasses().should().accessField(System.class, "out").check(ALL);
    noClasses().should().accessField(System.class, "err").check(ALL);
    noClasses()
        .that()
        .resideOutsideOfPackage("..testkit..")
        .should()
        .dependOnClassesThat(assignableTo(Random.class).and(not(assignableTo(SecureRandom.class))))
        .check(ALL);
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
        .check(ALL);
  }
}
