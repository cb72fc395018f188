# SPDX-License-Identifier: GPL-3.0-or-later
# Compiles resources/translations/*.ts into the program under :/i18n.
# `cmake --build … --target update_translations` reads the sources again into the .ts files.
set(VOXDESK_TS)
foreach(language IN ITEMS de en es)
  list(APPEND VOXDESK_TS ${CMAKE_SOURCE_DIR}/resources/translations/voxdesk_${language}.ts)
endforeach()

function(voxdesk_translations target)
  set_source_files_properties(${VOXDESK_TS} PROPERTIES OUTPUT_LOCATION ${CMAKE_CURRENT_BINARY_DIR}/i18n)
  qt_add_lrelease(${target} TS_FILES ${VOXDESK_TS} QM_FILES_OUTPUT_VARIABLE files OPTIONS -silent)
  qt_add_resources(${target} translations PREFIX "/i18n" BASE ${CMAKE_CURRENT_BINARY_DIR}/i18n FILES ${files})
endfunction()

add_custom_target(update_translations
  COMMAND Qt6::lupdate -no-obsolete -locations none ${CMAKE_SOURCE_DIR}/app ${CMAKE_SOURCE_DIR}/ui
          ${CMAKE_SOURCE_DIR}/models/items ${CMAKE_SOURCE_DIR}/services -I ${CMAKE_SOURCE_DIR} -extensions h,cpp -ts ${VOXDESK_TS}
  VERBATIM)
