package org.hashmatch.eval;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.hashmatch.hash.ImageHash;
import org.junit.jupiter.api.Test;

/** Which arrows may not exist. */
final class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.hashmatch.eval");

  @Test
  void eval_imports_neitherBanksNorDatabases() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "org.hashmatch.bank..", "org.hashmatch.cli..")
        .check(CLASSES);
  }

  @Test
  void files_areOpened_byStudiesOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.hashmatch.eval.study")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.nio.file..")
        .check(CLASSES);
  }

  @Test
  void natives_areImported_byAttacksOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.hashmatch.eval.attack")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bytedeco..")
        .check(CLASSES);
  }

  @Test
  void eval_writes_noHash() {
    noClasses().should().callMethod(ImageHash.class, "toHex").check(CLASSES);
  }

  @Test
  void packages_dependencies_haveNoCycles() {
    slices().matching("org.hashmatch.(**)").should().beFreeOfCycles().check(CLASSES);
  }
}
