package org.hashmatch.index;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which arrows may not exist. */
final class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.hashmatch.index");

  @Test
  void index_imports_neitherPicturesNorBanks() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.awt..", "java.sql..", "org.bytedeco..", "org.hashmatch.bank..")
        .check(CLASSES);
  }

  @Test
  void index_outsideSegments_importsNoFiles() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.hashmatch.index.segment")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..")
        .check(CLASSES);
  }

  @Test
  void packages_dependencies_haveNoCycles() {
    slices().matching("org.hashmatch.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void internal_imports_noHashObjects() {
    noClasses()
        .that()
        .resideInAPackage("org.hashmatch.index.internal")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.hashmatch.hash..")
        .check(CLASSES);
  }
}
