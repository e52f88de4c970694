package org.hashmatch.bank;

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
          .importPackages("org.hashmatch.bank");

  @Test
  void banks_doNotKnowWhereTheyAreKeptNorHowTheyAreExchanged() {
    noClasses()
        .that()
        .resideInAPackage("org.hashmatch.bank")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..store..", "..exchange..", "java.sql..", "org.sqlite..")
        .check(CLASSES);
  }

  @Test
  void sql_isSpokenInTheStoreOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "org.sqlite..")
        .check(CLASSES);
  }

  @Test
  void nothing_importsNativesOrPixelsOfTheDesktop() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.bytedeco..", "java.awt..", "javax.imageio..")
        .check(CLASSES);
  }

  @Test
  void nothing_butTheFetchRoomSpeaksToTheNetwork() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..exchange.fetch..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.net..")
        .check(CLASSES);
  }

  @Test
  void rooms_haveNoCircle() {
    slices().matching("org.hashmatch.(**)").should().beFreeOfCycles().check(CLASSES);
  }
}
