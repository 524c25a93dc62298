# Builds and runs the consumer project in one of both ways: WAY is install or subdirectory.
set(work "${BUILT}/package-${WAY}")
file(REMOVE_RECURSE "${work}")
set(options -G ${GENERATOR} -DCMAKE_MAKE_PROGRAM=${MAKE_PROGRAM} -DCMAKE_CXX_COMPILER=${COMPILER})
if(WAY STREQUAL "install")
  execute_process(COMMAND ${CMAKE_COMMAND} --install "${BUILT}" --prefix "${work}/prefix" OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
  list(APPEND options -DCMAKE_PREFIX_PATH=${work}/prefix)
else()
  list(APPEND options -DSCALEPLAN_SUBDIRECTORY=${SOURCE} -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG=-O0
    -DCMAKE_UNITY_BUILD=ON)  # builds the whole library
endif()
execute_process(COMMAND ${CMAKE_COMMAND} -S "${SOURCE}/tests/package" -B "${work}/build" ${options}
  OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} --build "${work}/build" --target consumer -j2 OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${work}/build/consumer" OUTPUT_VARIABLE said COMMAND_ERROR_IS_FATAL ANY)
if(NOT said STREQUAL "multi-az\n")
  message(FATAL_ERROR "the consumer says: ${said}")
endif()
