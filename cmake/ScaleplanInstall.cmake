# Installs program, library, headers and rule files, and packs them.
include(CMakePackageConfigHelpers)
install(TARGETS scaleplan RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS scaleplan_words scaleplan_plan scaleplan_read scaleplan_render scaleplan_rules scaleplan_library
  EXPORT scaleplanTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY include/scaleplan DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY rules DESTINATION ${CMAKE_INSTALL_DATADIR}/scaleplan)
install(EXPORT scaleplanTargets NAMESPACE scaleplan:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/scaleplan)
configure_package_config_file(cmake/scaleplanConfig.cmake.in "${CMAKE_CURRENT_BINARY_DIR}/scaleplanConfig.cmake"
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/scaleplan)
write_basic_package_version_file("${CMAKE_CURRENT_BINARY_DIR}/scaleplanConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/scaleplanConfig.cmake" "${CMAKE_CURRENT_BINARY_DIR}/scaleplanConfigVersion.cmake"
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/scaleplan)
install(FILES LICENSE README.md DESTINATION ${CMAKE_INSTALL_DOCDIR} OPTIONAL)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "The scaleplan authors")
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libyaml-cpp-dev")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
include(CPack)
