package org.hashmatch.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.hashmatch");

  @Test
  void commands_speakToTheLibraryOnly() {
    noClasses()
        .that()
        .resideInAPackage("org.hashmatch.cli")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.hashmatch.index..", "java.sql..", "org.bytedeco..", "java.awt..", "java.net..")
        .check(CLASSES);
  }

  @Test
  void library_doesNotKnowTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.hashmatch.cli")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.hashmatch.cli", "picocli..")
        .check(CLASSES);
  }

  @Test
  void wholeHouse_hasNoCircle() {
    slices().matching("org.hashmatch.(**)").should().beFreeOfCycles().check(CLASSES);
  }
}
